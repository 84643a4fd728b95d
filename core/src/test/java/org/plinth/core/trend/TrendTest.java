package org.plinth.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.testkit.SampleKeys;
import org.plinth.core.trend.GoalProjection.Reason;
import org.plinth.core.trend.PrescriptionVerdict.Verdict;
import org.plinth.core.trend.Trend.Claim;
import org.plinth.core.visit.Side;

class TrendTest {

    private static final MeasurementError FIVE = new MeasurementError(5, "curl-prone-15 rig, provisional", true);
    private static final double[] GOLD_DAYS = {0, 14, 35, 63, 98};
    private static final double[] GOLD_FORCES = {198, 207, 221, 226, 244};
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void gold_4_least_squares() {
        LeastSquares line = LeastSquares.of(gold()).orElseThrow();

        assertThat(7 * line.slope()).isCloseTo(3.11905, within(0.000005));
        assertThat(7 * (line.slope() - line.ownHalfWidth().orElseThrow())).isCloseTo(2.123, within(0.0005));
        assertThat(7 * (line.slope() + line.ownHalfWidth().orElseThrow())).isCloseTo(4.115, within(0.0005));
        assertThat(line.residualSd()).isCloseTo(3.5126, within(0.00005));
        assertThat(line.intercept()).isCloseTo(200.4857, within(0.00005));
    }

    @Test
    void gold_4_known_error() {
        LeastSquares line = LeastSquares.of(gold()).orElseThrow();
        double sem = 10.96;

        assertThat(7 * line.knownError(sem)).isCloseTo(0.97639, within(0.000005));
        assertThat(7 * (line.slope() - line.widerHalfWidth(sem))).isCloseTo(1.2053, within(0.0001));
        assertThat(7 * (line.slope() + line.widerHalfWidth(sem))).isCloseTo(5.0328, within(0.0001));
        assertThat(line.slope() / line.knownError(sem)).isCloseTo(3.1945, within(0.00005));
    }

    @Test
    void gold_4_theil_sen_and_kendall() {
        TheilSen line = TheilSen.of(gold()).orElseThrow();
        Kendall kendall = Kendall.of(gold());

        assertThat(7 * line.slope()).isCloseTo(3.19841, within(0.000005));
        assertThat(line.intercept()).isCloseTo(199.2222, within(0.00005));
        assertThat(line.low()).isEmpty();
        assertThat(kendall.s()).isEqualTo(10);
        assertThat(kendall.variance()).isCloseTo(16.6667, within(0.00005));
        assertThat(kendall.p()).isCloseTo(0.0167, within(0.00005));
    }

    @Test
    void gold_4_log_slope() {
        LeastSquares line = LeastSquares.of(gold().stream()
                        .map(point -> new TrendPoint(point.days(), Math.log(point.value())))
                        .toList())
                .orElseThrow();

        assertThat(100 * (Math.exp(7 * line.slope()) - 1)).isCloseTo(1.42297, within(0.000005));
        assertThat(7 * line.knownError(0.05)).isCloseTo(0.00445, within(0.000005));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.333", "4, 0.0833", "5, 0.0167"})
    void kendall_cannot_prove_anything_of_four_visits(int n, double least) {
        assertThat(Kendall.of(rising(n, 2)).p()).isCloseTo(least, within(0.0005));
    }

    @Test
    void ties_take_the_normal_approximation_and_no_trend_has_p_one() {
        // n = 6, one pair tied: Var = (6·5·17 - 2·1·9) / 18 = 27.33; S = 14, z = 13 / 5.228.
        List<TrendPoint> tied = points(new double[] {0, 1, 2, 3, 4, 5}, new double[] {1, 2, 3, 3, 4, 5});
        assertThat(Kendall.of(tied).variance()).isCloseTo(27.3333, within(0.00005));
        assertThat(Kendall.of(tied).p()).isCloseTo(0.01290, within(0.00005));
        assertThat(Kendall.of(points(new double[] {0, 1, 2, 3}, new double[] {2, 4, 1, 3}))
                        .p())
                .isEqualTo(1);
        assertThat(Kendall.of(points(new double[] {0, 1}, new double[] {2, 2})).p())
                .isEqualTo(1);
    }

    /** Ten points without ties: a published example is not needed where every slope can be counted. */
    @Test
    void ten_points_have_an_interval_from_the_ranks_of_their_slopes() {
        TheilSen line = TheilSen.of(rising(10, 1)).orElseThrow();

        assertThat(line.low().orElseThrow()).isLessThanOrEqualTo(line.slope());
        assertThat(line.high().orElseThrow()).isGreaterThanOrEqualTo(line.slope());
    }

    @Property
    void theil_sen_does_not_see_a_shift_of_time_and_scales_with_the_values(
            @ForAll @DoubleRange(min = -500, max = 500) double shift,
            @ForAll @DoubleRange(min = 0.1, max = 10) double gain) {
        double slope = TheilSen.of(gold()).orElseThrow().slope();
        List<TrendPoint> moved = gold().stream()
                .map(point -> new TrendPoint(point.days() + shift, gain * point.value()))
                .toList();

        assertThat(TheilSen.of(moved).orElseThrow().slope()).isCloseTo(gain * slope, within(1e-9));
    }

    @Test
    void a_slope_is_claimed_only_when_two_visits_in_a_row_show_it() {
        assertThat(claim(rising(3, 8))).isEqualTo(Claim.TOO_FEW_VISITS);
        assertThat(claim(rising(4, 0))).isEqualTo(Claim.NOT_SHOWN);
        assertThat(claim(rising(6, 8))).isEqualTo(Claim.RISING);
        assertThat(claim(rising(6, -8))).isEqualTo(Claim.FALLING);
        // The last visit alone makes the slope: not yet.
        assertThat(claim(points(new double[] {0, 14, 28, 42}, new double[] {200, 200, 200, 300})))
                .isEqualTo(Claim.NOT_SHOWN);
        assertThat(Trend.of(rising(1, 0), FIVE)).isEmpty();
        assertThat(Trend.of(points(new double[] {3, 3}, new double[] {1, 2}), FIVE))
                .isEmpty();
    }

    @Test
    void percent_a_week_is_of_the_log_slope() {
        List<TrendPoint> doubling = IntStream.range(0, 6)
                .mapToObj(i -> new TrendPoint(7 * i, 100 * Math.pow(1.02, i)))
                .toList();
        Trend trend = Trend.of(doubling, FIVE).orElseThrow();

        assertThat(trend.percentPerWeek()).isCloseTo(2, within(1e-9));
        assertThat(trend.lowPercentPerWeek()).isLessThan(2);
        assertThat(trend.highPercentPerWeek()).isGreaterThan(2);
    }

    @Test
    void a_goal_is_a_band_of_days_or_a_reason() {
        List<TrendPoint> points = IntStream.range(0, 6)
                .mapToObj(i -> new TrendPoint(28 * i, 150 * Math.pow(1.10, i)))
                .toList();
        GoalProjection.Band band = (GoalProjection.Band) GoalProjection.of(points, 150 * Math.pow(1.10, 7), FIVE);

        assertThat(band.likely().orElseThrow()).isCloseTo(56, within(1e-6));
        assertThat(band.earliest()).isLessThan(56);
        assertThat(band.latest().orElseThrow()).isGreaterThan(56);
        assertThat(GoalProjection.of(points.subList(0, 4), 300, FIVE)).isEqualTo(none(Reason.TOO_FEW_VISITS));
        assertThat(GoalProjection.of(points, 0, FIVE)).isEqualTo(none(Reason.NO_GOAL));
        assertThat(GoalProjection.of(points, 150, FIVE)).isEqualTo(none(Reason.REACHED));
        assertThat(GoalProjection.of(points, 1e6, FIVE)).isEqualTo(none(Reason.NO_RISE));
        assertThat(GoalProjection.of(rising(6, 0), 300, FIVE)).isEqualTo(none(Reason.NO_RISE));
    }

    @Test
    void a_prescription_is_judged_from_28_days_on() {
        List<VisitPoint> before = List.of(visit(-14, 200), visit(0, 200));

        assertThat(verdict(List.of(visit(30, 200)))).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(verdict(with(before, visit(27, 300)))).isEqualTo(Verdict.TOO_EARLY);
        // s = 5 % · √1.5: the limit is + 12.75 %.
        assertThat(verdict(with(before, visit(28, 226)))).isEqualTo(Verdict.IMPROVED);
        assertThat(verdict(with(before, visit(28, 225)))).isEqualTo(Verdict.POSSIBLE);
        // Φ(ln 1.08 / 0.0612) = 0.896: not yet nine in ten; 1.0817 is.
        assertThat(verdict(with(before, visit(28, 216)))).isEqualTo(Verdict.NO_CHANGE);
        assertThat(verdict(with(before, visit(28, 217)))).isEqualTo(Verdict.POSSIBLE);
        assertThat(verdict(with(before, visit(28, 175)))).isEqualTo(Verdict.WORSE);
    }

    @Test
    void a_prescription_is_held_against_the_mean_of_two_tests_before() {
        PrescriptionVerdict.Figures figures = PrescriptionVerdict.of(
                        DAY, List.of(visit(-60, 500), visit(-14, 180), visit(0, 200), visit(28, 210)), FIVE)
                .figures()
                .orElseThrow();

        assertThat(figures.testsBefore()).isEqualTo(2);
        assertThat(figures.percent()).isCloseTo(100 * (210 / Math.sqrt(180.0 * 200) - 1), within(1e-9));
        assertThat(figures.after()).isEqualTo(DAY.plusDays(28));
    }

    @Test
    void points_are_numbers_above_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrendPoint(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrendPoint(Double.NaN, 1));
    }

    private static GoalProjection none(Reason reason) {
        return new GoalProjection.NotForeseeable(reason);
    }

    private static Claim claim(List<TrendPoint> points) {
        return Trend.of(points, FIVE).orElseThrow().claim();
    }

    private static Verdict verdict(List<VisitPoint> points) {
        return PrescriptionVerdict.of(DAY, points, FIVE).verdict();
    }

    private static List<VisitPoint> with(List<VisitPoint> before, VisitPoint after) {
        return List.of(before.get(0), before.get(1), after);
    }

    private static VisitPoint visit(int days, double newtons) {
        return new VisitPoint(SampleKeys.key(Side.LEFT, Fixation.RIG), DAY.plusDays(days), new Force(newtons), true);
    }

    /** Visits every 14 days from 200 N on, by this many newtons a visit. */
    private static List<TrendPoint> rising(int n, double newtons) {
        return IntStream.range(0, n)
                .mapToObj(i -> new TrendPoint(14 * i, 200 + newtons * i))
                .toList();
    }

    private static List<TrendPoint> gold() {
        return points(GOLD_DAYS, GOLD_FORCES);
    }

    private static List<TrendPoint> points(double[] days, double[] values) {
        return IntStream.range(0, days.length)
                .mapToObj(i -> new TrendPoint(days[i], values[i]))
                .toList();
    }
}
