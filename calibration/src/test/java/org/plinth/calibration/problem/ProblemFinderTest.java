package org.plinth.calibration.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.conformity.Shortfall;
import org.plinth.calibration.evaluation.EvaluationOutcome;
import org.plinth.calibration.evaluation.Evaluator;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Direction;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.run.Settling;
import org.plinth.calibration.testkit.Gold7;
import org.plinth.calibration.uncertainty.BudgetInputs;

class ProblemFinderTest {

    private static final ResolutionStep STEP = ResolutionStep.oneCount();

    private static List<CalibrationProblem> find(CalibrationRun run) {
        return ProblemFinder.find(run, CurveModel.LINEAR, STEP);
    }

    private static CalibrationRun run(CalibrationPoint... points) {
        return Gold7.run().with(List.of(points));
    }

    private static CalibrationPoint up(int row, double mass, double reading) {
        return CalibrationPoint.of(row, 1, Direction.ASCENDING, new Load.Mass(mass), reading);
    }

    private static CalibrationRun changed(int row, UnaryOperator<CalibrationPoint> change) {
        return Gold7.run()
                .with(Gold7.points().stream()
                        .map(point -> point.row() == row ? change.apply(point) : point)
                        .toList());
    }

    private static CalibrationPoint reading(CalibrationPoint point, double reading) {
        return CalibrationPoint.of(point.row(), point.cycle(), point.direction(), point.load(), reading);
    }

    /** GOLD-7 with the loads of these two masses exchanged where the predicate holds. */
    private static CalibrationRun swapped(double low, double high, Predicate<CalibrationPoint> where) {
        return Gold7.run()
                .with(Gold7.points().stream()
                        .map(point -> {
                            double mass = point.load().amount();
                            if (!where.test(point) || (mass != low && mass != high)) {
                                return point;
                            }
                            return point.under(new Load.Mass(mass == low ? high : low));
                        })
                        .toList());
    }

    private static List<String> ids(List<CalibrationProblem> problems) {
        return problems.stream().map(CalibrationProblem::id).toList();
    }

    @Test
    void a_good_run_has_none() {
        assertThat(find(Gold7.run())).isEmpty();
    }

    @Test
    void one_point_is_too_few() {
        List<CalibrationProblem> found = find(run(up(1, 10, 8420)));
        assertThat(ids(found)).contains("TOO_FEW_LOADS", "NO_DESCENDING");
        assertThat(found.get(0).rows()).containsExactly(1);
        assertThat(found.get(0).arguments()).containsExactly("1", "1", "3");
    }

    @Test
    void two_equal_points_are_named_and_leave_too_few() {
        List<CalibrationProblem> found = find(run(up(1, 0, 8), up(2, 10, 8420), up(3, 10, 8420)));
        assertThat(ids(found)).contains("REPEATED_ROW", "TOO_FEW_LOADS");
        assertThat(found.get(0).rows()).containsExactly(2, 3);
    }

    @Test
    void two_loads_with_one_reading_are_named() {
        List<CalibrationProblem> found =
                find(run(up(1, 0, 0), up(2, 10, 1000), up(3, 20, 2000), up(4, 20.1, 2000), up(5, 30, 3000)));
        assertThat(found.get(0))
                .isEqualTo(new CalibrationProblem.EqualReadings(List.of(3, 4), "20 kg", "20.1 kg", 2000));
    }

    @Test
    void masses_swapped_in_one_cycle_are_named_and_nothing_else() {
        List<CalibrationProblem> found =
                find(swapped(20, 30, point -> point.cycle() == 2 && point.direction() == Direction.ASCENDING));
        assertThat(ids(found)).containsExactly("SWAPPED_LOADS");
        assertThat(found.get(0).rows()).containsExactly(18, 19);
        assertThat(found.get(0).arguments()).containsExactly("18, 19", "20 kg", "30 kg");
    }

    @Test
    void masses_swapped_all_through_are_named_in_every_row() {
        List<CalibrationProblem> found = find(swapped(10, 40, point -> true));
        assertThat(ids(found)).containsExactly("SWAPPED_LOADS");
        assertThat(found.get(0).rows()).hasSize(12);
    }

    @Test
    void masses_swapped_up_and_down_in_one_cycle_are_named() {
        List<CalibrationProblem> found = find(swapped(5, 10, point -> point.cycle() == 3));
        assertThat(ids(found)).containsExactly("SWAPPED_LOADS");
        assertThat(found.get(0).rows()).hasSize(4);
    }

    @Test
    void kilograms_in_one_row_are_named_with_the_count_that_was_expected() {
        List<CalibrationProblem> found = find(changed(4, point -> reading(point, 20.01)));
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).isInstanceOf(CalibrationProblem.KilogramsForCounts.class);
        assertThat(found.get(0).rows()).containsExactly(4);
        assertThat(Double.parseDouble(found.get(0).arguments().get(2))).isBetween(16_800.0, 16_900.0);
    }

    @Test
    void kilograms_in_every_row_are_no_counts_but_may_be_kilogram_force() {
        CalibrationRun kilograms = Gold7.run()
                .with(Gold7.points().stream()
                        .map(point -> reading(point, point.load().amount() * 1.003 + 0.02 * point.row() / 42))
                        .toList());
        assertThat(ids(find(kilograms))).contains("READINGS_ARE_MASSES");
        assertThat(ids(ProblemFinder.find(
                        kilograms.in(ReadingUnit.KILOGRAM_FORCE), CurveModel.LINEAR, ResolutionStep.given(0.01))))
                .isEmpty();
    }

    @Test
    void a_load_that_falls_on_the_way_up_is_named_with_the_one_before() {
        List<CalibrationPoint> points = new ArrayList<>(Gold7.points());
        points.add(4, CalibrationPoint.of(100, 1, Direction.ASCENDING, new Load.Mass(10), 8421));
        List<CalibrationProblem> found = find(Gold7.run().with(points));
        assertThat(ids(found)).containsExactly("NOT_IN_SEQUENCE");
        assertThat(found.get(0).rows()).containsExactly(4, 100);
        assertThat(found.get(0).arguments()).containsExactly("4, 100", "ascending", "20 kg", "10 kg");
    }

    @Test
    void an_outlier_is_named_with_the_reading_that_was_expected() {
        List<CalibrationProblem> found = find(changed(19, point -> reading(point, 25_600)));
        assertThat(ids(found)).containsExactly("OUTLIER");
        assertThat(found.get(0).rows()).containsExactly(19);
        assertThat(Double.parseDouble(found.get(0).arguments().get(3))).isBetween(25_240.0, 25_260.0);
    }

    @Test
    void two_outliers_are_both_named() {
        CalibrationRun one = changed(19, point -> reading(point, 25_900));
        List<CalibrationPoint> points = one.points().stream()
                .map(point -> point.row() == 32 ? reading(point, 16_400) : point)
                .toList();
        assertThat(find(one.with(points))).extracting(CalibrationProblem::id).containsExactly("OUTLIER", "OUTLIER");
    }

    @Test
    void an_outlier_that_is_excluded_with_a_reason_is_no_longer_in_the_way() {
        assertThat(find(changed(19, point -> reading(point, 25_600).excluded("the cable was touched"))))
                .isEmpty();
    }

    @Test
    void a_reading_that_turns_is_named_with_the_one_before() {
        List<CalibrationProblem> found =
                find(run(up(1, 0, 0), up(2, 10, 1000), up(3, 20, 2500), up(4, 30, 2000), up(5, 40, 3900)));
        assertThat(ids(found)).containsAnyOf("READING_TURNS", "SWAPPED_LOADS", "OUTLIER");
        assertThat(ids(find(run(up(1, 0, 0), up(2, 10, 1000), up(3, 20, 900), up(4, 30, 950)))))
                .contains("READING_TURNS");
    }

    @Test
    void a_drift_that_was_written_down_is_named_with_its_limit() {
        List<CalibrationProblem> found = find(changed(4, point -> point.settled(new Settling(300, -250))));
        assertThat(ids(found)).containsExactly("NEVER_SETTLES");
        assertThat(found.get(0).arguments()).startsWith("4", "20 kg", "250");
    }

    @Test
    void readings_one_after_the_other_that_all_go_one_way_never_settle() {
        List<CalibrationPoint> points = new ArrayList<>(Gold7.points());
        points.add(4, CalibrationPoint.of(101, 1, Direction.ASCENDING, new Load.Mass(20), 16_870));
        points.add(5, CalibrationPoint.of(102, 1, Direction.ASCENDING, new Load.Mass(20), 16_905));
        List<CalibrationProblem> found = find(Gold7.run().with(points));
        assertThat(ids(found)).contains("NEVER_SETTLES");
        assertThat(found.get(0).rows()).containsExactly(4, 101, 102);
    }

    @Test
    void a_missing_way_down_leaves_the_curve_but_no_verdict() {
        CalibrationRun up = Gold7.run()
                .with(Gold7.points().stream()
                        .filter(point -> point.direction() == Direction.ASCENDING)
                        .toList());
        EvaluationOutcome outcome =
                new Evaluator(AcceptanceLimits.USUAL).evaluate(up, CurveModel.LINEAR, BudgetInputs.usual(STEP));
        assertThat(outcome).isInstanceOfSatisfying(EvaluationOutcome.Evaluated.class, evaluated -> {
            assertThat(ids(evaluated.evaluation().problems())).containsExactly("NO_DESCENDING");
            assertThat(evaluated.evaluation().decision()).isEqualTo(Decision.CANNOT_TELL);
            assertThat(evaluated.evaluation().conformity().shortfalls())
                    .contains(Shortfall.NO_DESCENDING_READINGS, Shortfall.NO_FINAL_ZERO);
        });
    }

    @Test
    void a_cycle_without_its_zero_is_named() {
        CalibrationRun without = Gold7.run()
                .with(Gold7.points().stream().filter(point -> point.row() != 15).toList());
        assertThat(find(without)).containsExactly(new CalibrationProblem.NoZero(List.of(16), 2));
    }

    @Test
    void gravity_that_is_nowhere_on_earth_is_named() {
        CalibrationRun elsewhere =
                CalibrationRun.of(LocalGravity.given(9.85), new ReferenceUncertainty.Limits(1e-4), Gold7.points());
        assertThat(ids(find(elsewhere))).containsExactly("GRAVITY_OUT_OF_RANGE");
        assertThat(find(elsewhere).get(0).arguments()).containsExactly("9.85");
    }

    @Test
    void all_faults_are_told_at_once() {
        CalibrationRun bad = CalibrationRun.of(
                LocalGravity.given(98.1),
                new ReferenceUncertainty.Limits(1e-4),
                changed(19, point -> reading(point, 25_600)).points().stream()
                        .map(point -> point.row() == 4 ? point.settled(new Settling(300, 250)) : point)
                        .filter(point -> point.direction() == Direction.ASCENDING)
                        .toList());
        assertThat(ids(find(bad)))
                .containsExactlyInAnyOrder("GRAVITY_OUT_OF_RANGE", "NEVER_SETTLES", "OUTLIER", "NO_DESCENDING");
    }

    @Test
    void a_curve_that_turns_inside_its_range_is_refused() {
        double[] saturating = {0, 300, 500, 600, 650, 670, 680};
        List<CalibrationPoint> points = new ArrayList<>();
        for (int i = 0; i < saturating.length; i++) {
            points.add(up(i + 1, 10 * i, saturating[i]));
        }
        EvaluationOutcome outcome = new Evaluator(AcceptanceLimits.USUAL)
                .evaluate(run(points.toArray(CalibrationPoint[]::new)), CurveModel.QUADRATIC, BudgetInputs.usual(STEP));
        assertThat(outcome)
                .isInstanceOfSatisfying(EvaluationOutcome.Refused.class, refused -> assertThat(ids(refused.problems()))
                        .contains("CURVE_TURNS"));
    }
}
