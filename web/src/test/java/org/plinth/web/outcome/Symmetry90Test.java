package org.plinth.web.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plinth.core.audit.KaplanMeier.Followed;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.measure.SymmetryPoint;

/** Without an interval no symmetry is MET: two in a row confirm it. */
class Symmetry90Test {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private final SplittableRandom ids = new SplittableRandom(5);

    private SymmetryPoint point(int day, boolean starts, SymmetryOutcome outcome) {
        LocalDate date = START.plusDays(day);
        return new SymmetryPoint(
                date, new TestSymmetry(Id.random(ids), Id.random(ids), "curl-prone-15", date, 1, outcome, "1"), starts);
    }

    private SymmetryPoint point(int day, boolean starts, double percent) {
        return point(
                day,
                starts,
                new SymmetryOutcome.Symmetry(
                        Side.LEFT,
                        1,
                        percent,
                        percent,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        ThresholdState.CANNOT_TELL,
                        90,
                        Optional.empty(),
                        Set.of()));
    }

    @Test
    void two_in_a_row_confirm_it_counted_from_the_first_test_though_that_had_no_symmetry() {
        SymmetryPoint refused = point(0, true, new SymmetryOutcome.Refused(SymmetryRefusal.MISSING_SIDE));

        assertThat(Symmetry90.followed(START, List.of(refused, point(20, true, 92), point(40, false, 93))))
                .contains(new Followed(40, true));
        assertThat(Symmetry90.followed(START, List.of(refused, point(20, true, 80))))
                .contains(new Followed(20, false));
        assertThat(Symmetry90.followed(START, List.of(refused))).isEmpty();
    }

    @Test
    void two_that_stand_on_both_sides_of_a_new_set_up_confirm_nothing() {
        List<SymmetryPoint> across = List.of(point(0, true, 92), point(20, true, 93));

        assertThat(Symmetry90.followed(START, across)).contains(new Followed(20, false));
        assertThat(Symmetry90.followed(START, List.of(across.get(0), across.get(1), point(40, false, 91))))
                .contains(new Followed(40, true));
    }
}
