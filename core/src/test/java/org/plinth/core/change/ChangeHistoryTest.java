package org.plinth.core.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.change.Change.Direction;
import org.plinth.core.change.Change.NotJudged;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.testkit.SampleKeys;
import org.plinth.core.visit.Side;

class ChangeHistoryTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final SeriesKey KEY = SampleKeys.key(Side.LEFT, Fixation.RIG);
    private static final MeasurementError RIG = new MeasurementError(5, "curl-prone-15 rig, provisional", true);
    private static final MeasurementError BELT = new MeasurementError(9, "curl-prone-15 belt, provisional", true);

    @Test
    void what_can_be_seen_is_15_percent_in_a_rig_and_28_with_a_belt() {
        assertThat(DetectableChange.around(new Force(200), 1, RIG).smallestRisePercent())
                .isCloseTo(14.87, within(0.005));
        assertThat(DetectableChange.around(new Force(200), 1, BELT).smallestRisePercent())
                .isCloseTo(28.33, within(0.005));
        // Two baselines: 1.96 · √1.5 · 5 % = 12.0 %.
        assertThat(DetectableChange.around(new Force(200), 2, RIG).smallestRisePercent())
                .isCloseTo(12.75, within(0.005));
    }

    @Test
    void the_first_two_visits_are_averaged_when_close_and_untreated() {
        List<VisitPoint> points = List.of(point(0, 180), point(14, 200), point(28, 210));

        Baseline two = Baseline.of(points, Optional.empty()).orElseThrow();
        assertThat(two.value().newtons()).isCloseTo(Math.sqrt(180.0 * 200), within(1e-12));
        assertThat(two.visits()).isEqualTo(2);
        assertThat(Baseline.of(points, Optional.of(START.plusDays(14)))
                        .orElseThrow()
                        .visits())
                .isEqualTo(1);
        assertThat(Baseline.of(List.of(point(0, 180), point(15, 200)), Optional.empty())
                        .orElseThrow()
                        .visits())
                .isEqualTo(1);
        assertThat(Baseline.of(List.of(), Optional.empty())).isEmpty();
        assertThat(Baseline.of(List.of(point(0, 0)), Optional.empty())).isEmpty();
    }

    @Test
    void a_first_excursion_is_possible_and_the_second_in_a_row_confirmed() {
        List<Change> changes = history(RIG, point(0, 200), point(28, 225), point(56, 232), point(84, 233));

        assertThat(changes.get(0)).isEqualTo(new Change.NotComparable(NotJudged.PART_OF_BASELINE));
        assertThat(changes.get(1)).isInstanceOf(Change.WithinError.class);
        assertThat(changes.get(2)).isInstanceOf(Change.Possible.class);
        assertThat(changes.get(3)).isInstanceOfSatisfying(Change.Confirmed.class, change -> {
            assertThat(change.direction()).isEqualTo(Direction.INCREASE);
            assertThat(change.figures().difference()).isEqualTo(new Force(33));
            assertThat(change.figures().percent()).isCloseTo(16.5, within(1e-9));
            // Φ(ln 1.165 / (0.05 · √2)) = Φ(2.16)
            assertThat(change.figures().chanceAboveZero()).isCloseTo(0.9846, within(0.00005));
        });
    }

    @Test
    void excursions_that_are_not_in_a_row_confirm_only_within_14_days() {
        assertThat(history(RIG, point(0, 200), point(28, 240), point(56, 210), point(84, 240))
                        .get(3))
                .isInstanceOf(Change.Possible.class);
        assertThat(history(RIG, point(0, 200), point(28, 240), point(35, 210), point(42, 240))
                        .get(3))
                .isInstanceOf(Change.Confirmed.class);
    }

    @Test
    void opposite_excursions_do_not_confirm_each_other() {
        assertThat(history(RIG, point(0, 200), point(28, 240), point(56, 160)).get(2))
                .isInstanceOfSatisfying(Change.Possible.class, change -> assertThat(change.direction())
                        .isEqualTo(Direction.DECREASE));
    }

    @Test
    void ties_go_to_caution() {
        double limit = DetectableChange.around(new Force(200), 1, RIG).high().newtons();

        assertThat(history(RIG, point(0, 200), point(28, limit)).get(1)).isInstanceOf(Change.WithinError.class);
    }

    @Test
    void hollow_and_foreign_points_are_not_judged_and_do_not_break_a_row() {
        VisitPoint hollow = new VisitPoint(KEY, START.plusDays(40), new Force(300), false);
        VisitPoint belt =
                new VisitPoint(SampleKeys.key(Side.LEFT, Fixation.BELT), START.plusDays(41), new Force(300), true);

        List<Change> changes = history(RIG, point(0, 200), point(28, 240), hollow, belt, point(56, 240));

        assertThat(changes.get(2)).isEqualTo(new Change.NotComparable(NotJudged.HOLLOW_POINT));
        assertThat(changes.get(3)).isEqualTo(new Change.NotComparable(NotJudged.OTHER_SERIES));
        assertThat(changes.get(4)).isInstanceOf(Change.Confirmed.class);
        assertThat(history(RIG, point(0, 200), point(28, 0)).get(1))
                .isEqualTo(new Change.NotComparable(NotJudged.NO_FORCE));
    }

    @Test
    void two_baselines_make_the_chance_surer() {
        Baseline two = Baseline.of(List.of(point(0, 200), point(10, 200)), Optional.empty())
                .orElseThrow();

        Change change = ChangeHistory.of(two, List.of(point(40, 220)), RIG).get(0);

        // Φ(ln 1.1 / (0.05 · √1.5)) = Φ(1.5564)
        assertThat(((Change.WithinError) change).figures().chanceAboveZero()).isCloseTo(0.9402, within(0.00005));
    }

    @Test
    void two_visits_on_one_date_are_one_point() {
        assertThat(VisitPoint.byDate(List.of(point(7, 3), point(0, 1), point(7, 4))))
                .containsExactly(point(0, 1), point(7, 4));
    }

    private static List<Change> history(MeasurementError error, VisitPoint... points) {
        Baseline baseline = Baseline.of(List.of(points[0]), Optional.empty()).orElseThrow();
        return ChangeHistory.of(baseline, List.of(points), error);
    }

    private static VisitPoint point(int day, double newtons) {
        return new VisitPoint(KEY, START.plusDays(day), new Force(newtons), true);
    }
}
