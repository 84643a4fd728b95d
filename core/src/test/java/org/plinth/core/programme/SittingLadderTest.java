package org.plinth.core.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.outcome.DelayedResponse;
import org.plinth.core.outcome.Surface;
import org.plinth.core.programme.SittingLadder.Next;
import org.plinth.core.programme.SittingLadder.Outcome;
import org.plinth.core.programme.SittingLadder.Step;
import org.plinth.core.programme.SittingLadder.Why;

class SittingLadderTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final SittingLadder SOFT = new SittingLadder(Surface.SOFT);
    private static final OptionalInt NONE = OptionalInt.empty();

    /** Worked by hand: day of the ladder and seconds to sit. */
    private static final Map<Integer, Integer> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry(0, 30),
            Map.entry(2, 60),
            Map.entry(4, 90),
            Map.entry(6, 120),
            Map.entry(8, 150),
            Map.entry(10, 180),
            Map.entry(12, 210),
            Map.entry(14, 240),
            Map.entry(16, 270),
            Map.entry(18, 300),
            Map.entry(20, 330),
            Map.entry(22, 360),
            Map.entry(24, 390),
            Map.entry(26, 420),
            Map.entry(28, 450),
            Map.entry(30, 480),
            Map.entry(32, 510),
            Map.entry(34, 540),
            Map.entry(36, 570),
            Map.entry(38, 600),
            Map.entry(40, 660),
            Map.entry(42, 720)));

    @Test
    void the_ladder_climbs_as_in_the_worked_table_to_12_minutes() {
        List<Step> done = new ArrayList<>();
        Map<Integer, Integer> climbed = new TreeMap<>();
        LocalDate today = START;
        while (climbed.size() < TABLE.size()) {
            Next next = SOFT.next(done, today);
            today = next.earliest();
            climbed.put((int) (today.toEpochDay() - START.toEpochDay()), next.seconds());
            done.add(passed(today, next.seconds()));
        }

        assertThat(climbed).isEqualTo(TABLE);
    }

    @Test
    void it_begins_with_30_seconds_today() {
        assertThat(SOFT.next(List.of(), START))
                .isEqualTo(new Next(Surface.SOFT, 30, START, Why.FIRST, Optional.empty()));
    }

    @Test
    void a_harder_surface_begins_at_the_bottom() {
        List<Step> done = List.of(passed(START, 600));

        assertThat(new SittingLadder(Surface.MEDIUM)
                        .next(done, START.plusDays(2))
                        .seconds())
                .isEqualTo(30);
        assertThat(SOFT.next(done, START.plusDays(2)).seconds()).isEqualTo(660);
    }

    @ParameterizedTest
    @CsvSource({
        // sat, during, before, 24 h, 48 h: of a step of 300 s
        "300, 2, 1, 1, 1, NOT_WORSE, PASS, 330",
        "400, , 1, 1, , NOT_WORSE, PASS, 330",
        "299, 2, 1, 1, 1, NOT_REACHED, HOLD, 300",
        "300, 4, 1, 1, 1, MORE_THAN_AGREED, HOLD, 300",
        "300, 5, 1, 1, 1, MORE_THAN_AGREED, HOLD, 300",
        "300, 2, 1, 1, 2, WORSE_AFTERWARDS, STEP_BACK, 270",
        "300, 2, 1, 2, 1, WORSE_AFTERWARDS, STEP_BACK, 270",
        "299, 2, 1, 2, 1, WORSE_AFTERWARDS, STEP_BACK, 270",
        "300, 6, 1, 1, 1, TOO_MUCH_PAIN, STEP_BACK, 270",
        "300, 2, 1, 1, 6, TOO_MUCH_PAIN, STEP_BACK, 270",
        "300, 2, 1, , , NOT_KNOWN, HOLD, 300",
        "300, 2, , 1, 1, NOT_KNOWN, HOLD, 300",
        ", 2, 1, 1, 1, NOT_KNOWN, HOLD, 300",
        ", , , , , NOT_KNOWN, HOLD, 300"
    })
    void what_came_after_decides_the_next_step(
            Integer sat,
            Integer during,
            Integer before,
            Integer day,
            Integer twoDays,
            Why why,
            Outcome outcome,
            int seconds) {
        Step step = new Step(
                START, Surface.SOFT, 300, of(sat), of(during), DelayedResponse.of(of(before), of(day), of(twoDays)));

        assertThat(SOFT.next(List.of(step), START.plusDays(1)))
                .isEqualTo(new Next(Surface.SOFT, seconds, START.plusDays(2), why, Optional.of(outcome)));
    }

    @Test
    void the_first_step_has_none_below_it() {
        Step worse = new Step(START, Surface.SOFT, 30, OptionalInt.of(30), NONE, worse());

        assertThat(SOFT.next(List.of(worse), START.plusDays(2)).seconds()).isEqualTo(30);
    }

    @Test
    void a_pause_moves_the_earliest_day_to_today() {
        assertThat(SOFT.next(List.of(passed(START, 60)), START.plusDays(30)).earliest())
                .isEqualTo(START.plusDays(30));
    }

    @Test
    void the_newest_step_up_to_today_counts_in_whatever_order_they_are_given() {
        Step later = passed(START.plusDays(4), 90);
        Step future = passed(START.plusDays(90), 900);

        assertThat(SOFT.next(List.of(future, later, passed(START, 30)), START.plusDays(6))
                        .seconds())
                .isEqualTo(120);
    }

    @Test
    void impossible_steps_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> passed(START, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> passed(START, 43_201));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(START, Surface.SOFT, 30, OptionalInt.of(-1), NONE, DelayedResponse.UNKNOWN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(START, Surface.SOFT, 30, NONE, OptionalInt.of(11), DelayedResponse.UNKNOWN));
    }

    @Property
    void a_step_up_and_one_down_lead_back(@ForAll @IntRange(min = 1, max = 700) int rung) {
        int seconds = rung <= 20 ? 30 * rung : 600 + 60 * (rung - 20);

        assertThat(SittingLadder.up(seconds)).isGreaterThan(seconds);
        assertThat(SittingLadder.down(SittingLadder.up(seconds))).isEqualTo(seconds);
    }

    private static Step passed(LocalDate date, int seconds) {
        OptionalInt one = OptionalInt.of(1);
        return new Step(date, Surface.SOFT, seconds, OptionalInt.of(seconds), one, DelayedResponse.of(one, one, one));
    }

    private static DelayedResponse worse() {
        return DelayedResponse.of(OptionalInt.of(1), OptionalInt.of(2), NONE);
    }

    private static OptionalInt of(Integer value) {
        return value == null ? NONE : OptionalInt.of(value);
    }
}
