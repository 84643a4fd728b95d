package org.plinth.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.change.Baseline;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.TestValue;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.symmetry.SideMeasurement;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.testkit.SampleKeys;
import org.plinth.core.visit.Side;

/**
 * GOLD-1 and GOLD-4 of the clinical reference, worked: the second computation gives the printed digits, and so does one
 * from the printed numbers alone.
 */
class WorkedTest {

    private static final MeasurementError ERROR = new MeasurementError(5, "worked example, provisional", true);
    private static final List<Force> LEFT = forces(212, 221, 218);
    private static final List<Force> RIGHT = forces(262, 258, 270);

    /** GOLD-1: sections 3, 3.1, 3.6 and 8 of the clinical reference; the net symmetry and the chance by hand. */
    @ParameterizedTest
    @CsvSource({
        "lsi_pct, 81.8519, 0.00005",
        "lsiMean_pct, 82.405, 0.0005",
        "lsiNet_pct, 81.50943, 0.000005",
        "lsiLow_pct, 71.26, 0.005",
        "lsiHigh_pct, 94.02, 0.005",
        "decisionLow_pct, 74.76038, 0.000005",
        "decisionHigh_pct, 89.61599, 0.000005",
        "chanceAtLeastThreshold, 0.0897865, 0.00000005",
        "withinVisitLow_pct, 78.363, 0.0005",
        "withinVisitHigh_pct, 86.655, 0.0005"
    })
    void the_symmetry_of_the_worked_example(String id, double printed, double tolerance) {
        holds(symmetry().of(id).orElseThrow(), printed, tolerance);
    }

    @ParameterizedTest
    @CsvSource({"value_N, 221, 0", "mean_N, 217.000, 0.0005", "cv_pct, 2.1118, 0.00005"})
    void one_side_of_the_worked_example(String id, double printed, double tolerance) {
        holds(side(Side.LEFT, LEFT).of(id).orElseThrow(), printed, tolerance);
    }

    /**
     * GOLD-4: t = 0, 14, 35, 63, 98 d, 198 to 244 N, SEM 5 %. The slope of ln F of that section is the one of least
     * squares; Theil-Sen on ln F, as used from five visits, was worked apart in plain Python.
     */
    @ParameterizedTest
    @CsvSource({
        "seriesBaseline_N, 202.4500, 0.00005",
        "change_N, 41.5500, 0.00005",
        "chanceAboveZero, 0.9988497, 0.00000005",
        "detectableChange_N, 25.81744, 0.000005",
        "smallestRise_pct, 12.75250, 0.000005",
        "semInUse_pct, 5, 0",
        "trend_pctPerWeek, 1.491917, 0.0000005"
    })
    void the_course_of_the_worked_example(String id, double printed, double tolerance) {
        holds(course(5).of(id).orElseThrow(), printed, tolerance);
    }

    /** Of the first four visits by least squares, worked apart in plain Python. */
    @Test
    void below_five_visits_the_trend_is_that_of_least_squares() {
        Worked worked = course(4).of("trend_pctPerWeek").orElseThrow();

        holds(worked, 1.494386, 0.0000005);
        assertThat(worked.lines().get(0).general()).isEqualTo("slope(t, ln(F))");
    }

    @Test
    void a_number_that_is_not_the_engines_is_seen() {
        Worked worked = Worked.of(
                Formulas.named("lsi_pct"), 81.9, Input.fixed("F_injured", 221), Input.fixed("F_uninjured", 270));

        assertThat(worked.agrees()).isFalse();
        assertThat(worked.result()).isCloseTo(81.8519, within(0.00005));
    }

    @Test
    void inputs_say_where_they_come_from() {
        Worked worked = symmetry().of("lsiLow_pct").orElseThrow();

        assertThat(worked.inputs())
                .extracting(input -> input.origins().get(0))
                .containsExactly(
                        new Origin.OfTest(Optional.empty(), "lsi_pct"),
                        new Origin.OfError(ERROR),
                        new Origin.OfError(ERROR));
        assertThat(worked.lines())
                .extracting(Worked.Line::arithmetic)
                .last()
                .isEqualTo("81.85185 · e^(−1.96 · 0.07071068)");
    }

    @Test
    void nothing_is_worked_where_there_is_no_number() {
        CourseWorking first = new CourseWorking(points(1), baseline(1), Optional.empty(), Optional.empty());

        assertThat(first.of("change_N")).isEmpty();
        assertThat(first.of("chanceAboveZero")).isEmpty();
        assertThat(first.of("trend_pctPerWeek")).isEmpty();
        assertThat(first.of("nothing")).isEmpty();
    }

    /** It agrees with the engine, with the print, and with itself when computed from its printed digits. */
    static void holds(Worked worked, double printed, double tolerance) {
        assertThat(worked.shown()).isCloseTo(printed, within(tolerance));
        assertThat(worked.agrees()).as("%s", worked).isTrue();
        Worked.Line last = worked.lines().get(worked.lines().size() - 1);
        assertThat(Expression.parse(last.exact()).evaluate(Map.of())).isEqualTo(worked.result());
    }

    private static SymmetryWorking symmetry() {
        SideMeasurement left = measured(Side.LEFT, LEFT, forces(5, 5, 5));
        SideMeasurement right = measured(Side.RIGHT, RIGHT, forces(5, 5, 5));
        Symmetry symmetry = LimbSymmetry.of(Side.LEFT, left, right, Optional.of(ERROR), 90)
                .symmetry()
                .orElseThrow();
        return new SymmetryWorking(
                symmetry, side(Side.LEFT, LEFT), side(Side.RIGHT, RIGHT), new Force(5), new Force(5));
    }

    private static SideMeasurement measured(Side side, List<Force> values, List<Force> baselines) {
        return new SideMeasurement(side, values, baselines, new Force(0.5), 0, Set.of());
    }

    private static TestWorking side(Side side, List<Force> efforts) {
        List<TestWorking.Counted> counted = efforts.stream()
                .map(force -> new TestWorking.Counted(efforts.indexOf(force) + 1, force))
                .toList();
        return new TestWorking(side, TestValue.ofFirst(efforts.size(), efforts), counted);
    }

    private static CourseWorking course(int visits) {
        return new CourseWorking(points(visits), baseline(visits), Optional.of(ERROR), Optional.of(ERROR));
    }

    private static Optional<Baseline> baseline(int visits) {
        return Baseline.of(points(visits), Optional.empty());
    }

    private static List<VisitPoint> points(int visits) {
        LocalDate first = LocalDate.of(2026, 3, 2);
        long[] days = {0, 14, 35, 63, 98};
        double[] newtons = {198, 207, 221, 226, 244};
        return java.util.stream.IntStream.range(0, visits)
                .mapToObj(i -> new VisitPoint(
                        SampleKeys.key(Side.LEFT, Fixation.BELT), first.plusDays(days[i]), new Force(newtons[i]), true))
                .toList();
    }

    private static List<Force> forces(double... newtons) {
        return DoubleStream.of(newtons).mapToObj(Force::new).toList();
    }
}
