package org.plinth.core.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plinth.core.programme.Headline.Kind.BASELINE_ONLY;
import static org.plinth.core.programme.Headline.Kind.NOT_JUDGED;
import static org.plinth.core.programme.Headline.Kind.NO_MEASUREMENT_ERROR;
import static org.plinth.core.programme.Headline.Kind.ONE_VISIT;
import static org.plinth.core.programme.Headline.Kind.POSSIBLY_STRONGER;
import static org.plinth.core.programme.Headline.Kind.POSSIBLY_WEAKER;
import static org.plinth.core.programme.Headline.Kind.STRONGER;
import static org.plinth.core.programme.Headline.Kind.WEAKER;
import static org.plinth.core.programme.Headline.Kind.WITHIN_ERROR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.plinth.core.programme.Headline.Kind;
import org.plinth.core.programme.Headline.Position;
import org.plinth.core.programme.Headline.Statement;
import org.plinth.core.visit.Side;

class HeadlineTest {

    @Test
    void one_flag_among_many_is_no_change_and_waits() {
        Headline headline = of(POSSIBLY_STRONGER, WITHIN_ERROR, WITHIN_ERROR, WITHIN_ERROR);

        assertThat(headline.statement()).isEqualTo(Statement.NO_CHANGE);
        assertThat(headline.stronger()).hasSize(1);
        assertThat(headline.judged()).isEqualTo(4);
    }

    @Test
    void two_positions_that_agree_are_a_change_and_so_is_one_at_two_visits() {
        assertThat(of(POSSIBLY_STRONGER, POSSIBLY_STRONGER, WITHIN_ERROR).statement())
                .isEqualTo(Statement.STRONGER);
        assertThat(of(STRONGER, WITHIN_ERROR, WITHIN_ERROR).statement()).isEqualTo(Statement.STRONGER);
        assertThat(of(POSSIBLY_WEAKER, POSSIBLY_WEAKER).statement()).isEqualTo(Statement.WEAKER);
        assertThat(of(WEAKER, ONE_VISIT).statement()).isEqualTo(Statement.WEAKER);
    }

    @Test
    void flags_both_ways_are_mixed_where_one_way_may_be_spoken_of() {
        assertThat(of(STRONGER, POSSIBLY_WEAKER).statement()).isEqualTo(Statement.MIXED);
        assertThat(of(POSSIBLY_WEAKER, POSSIBLY_WEAKER, POSSIBLY_STRONGER).statement())
                .isEqualTo(Statement.MIXED);
        assertThat(of(STRONGER, WEAKER).statement()).isEqualTo(Statement.MIXED);
        assertThat(of(POSSIBLY_STRONGER, POSSIBLY_WEAKER).statement())
                .as("one chance flag each way")
                .isEqualTo(Statement.NO_CHANGE);
    }

    @Test
    void nothing_judged_is_too_few_and_not_no_change() {
        assertThat(of().statement()).isEqualTo(Statement.TOO_FEW);
        assertThat(of(ONE_VISIT, BASELINE_ONLY, NO_MEASUREMENT_ERROR, NOT_JUDGED)
                        .statement())
                .isEqualTo(Statement.TOO_FEW);
        assertThat(of(ONE_VISIT, WITHIN_ERROR).statement()).isEqualTo(Statement.NO_CHANGE);
    }

    @Test
    void positions_agree_only_on_one_leg_and_one_position_counts_once() {
        assertThat(Headline.of(List.of(
                                new Position("curl", Side.LEFT, POSSIBLY_STRONGER),
                                new Position("bridge", Side.RIGHT, POSSIBLY_STRONGER)))
                        .statement())
                .isEqualTo(Statement.NO_CHANGE);
        assertThat(Headline.of(List.of(
                                new Position("curl", Side.LEFT, POSSIBLY_STRONGER),
                                new Position("curl", Side.LEFT, POSSIBLY_STRONGER)))
                        .statement())
                .isEqualTo(Statement.NO_CHANGE);
    }

    @Property
    void the_order_of_positions_does_not_matter(@ForAll @Size(max = 8) List<Kind> kinds) {
        List<Position> positions = positions(kinds);
        List<Position> reversed = new ArrayList<>(positions);
        Collections.reverse(reversed);

        assertThat(Headline.of(reversed).statement())
                .isEqualTo(Headline.of(positions).statement());
    }

    @Property
    void turning_every_direction_round_turns_the_headline_round(@ForAll @Size(max = 8) List<Kind> kinds) {
        List<Kind> turned = kinds.stream().map(HeadlineTest::turned).toList();

        Statement there = Headline.of(positions(kinds)).statement();
        Statement back = Headline.of(positions(turned)).statement();

        assertThat(back)
                .isEqualTo(
                        switch (there) {
                            case STRONGER -> Statement.WEAKER;
                            case WEAKER -> Statement.STRONGER;
                            case MIXED, NO_CHANGE, TOO_FEW -> there;
                        });
    }

    private static Kind turned(Kind kind) {
        return switch (kind) {
            case STRONGER -> WEAKER;
            case WEAKER -> STRONGER;
            case POSSIBLY_STRONGER -> POSSIBLY_WEAKER;
            case POSSIBLY_WEAKER -> POSSIBLY_STRONGER;
            case ONE_VISIT, BASELINE_ONLY, NO_MEASUREMENT_ERROR, NOT_JUDGED, WITHIN_ERROR -> kind;
        };
    }

    private static Headline of(Kind... kinds) {
        return Headline.of(positions(List.of(kinds)));
    }

    private static List<Position> positions(List<Kind> kinds) {
        List<Position> positions = new ArrayList<>();
        for (Kind kind : kinds) {
            positions.add(new Position("position-" + positions.size(), Side.LEFT, kind));
        }
        return positions;
    }
}
