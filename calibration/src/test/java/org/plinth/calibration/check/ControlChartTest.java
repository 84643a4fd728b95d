package org.plinth.calibration.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.check.ControlChart.Rule;
import org.plinth.calibration.check.ControlChart.Value;

class ControlChartTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final double[] BASIS = {0.1, -0.1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1};

    private static Instant week(int week) {
        return START.plus(Duration.ofDays(7L * week));
    }

    private static List<Value> values(double... percent) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < percent.length; i++) {
            values.add(new Value(week(i), percent[i]));
        }
        return values;
    }

    /** The basis, then these. */
    private static Set<Rule> lastRules(double... after) {
        double[] all = new double[BASIS.length + after.length];
        System.arraycopy(BASIS, 0, all, 0, BASIS.length);
        System.arraycopy(after, 0, all, BASIS.length, after.length);
        List<ControlChart.Point> points =
                ControlChart.of(values(all), 0.01).orElseThrow().points();
        return points.get(points.size() - 1).rules();
    }

    @Test
    void limits_come_from_the_moving_ranges_of_the_first_eight() {
        ControlChart chart = ControlChart.of(values(BASIS), 0.01).orElseThrow();
        assertThat(chart.centre()).isCloseTo(0, within(1e-15));
        assertThat(chart.sigma()).isCloseTo(0.2 / 1.128, within(1e-12));
        assertThat(chart.warning()).isCloseTo(2 * 0.2 / 1.128, within(1e-12));
        assertThat(chart.action()).isCloseTo(3 * 0.2 / 1.128, within(1e-12));
        assertThat(chart.points()).allMatch(point -> point.rules().isEmpty());
    }

    @Test
    void fewer_than_eight_checks_have_no_limits() {
        assertThat(ControlChart.of(values(0.1, 0.2, 0.1), 0.01)).isEmpty();
    }

    @Test
    void eight_equal_readings_have_the_width_of_a_step() {
        ControlChart chart = ControlChart.of(values(new double[8]), 0.1).orElseThrow();
        assertThat(chart.sigma()).isCloseTo(0.1 / Math.sqrt(12), within(1e-12));
    }

    @Test
    void each_rule_speaks_for_its_pattern() {
        assertThat(lastRules(0.54)).containsExactly(Rule.BEYOND_ACTION);
        assertThat(lastRules(0.4)).isEmpty();
        assertThat(lastRules(0.4, -0.1, 0.4)).containsExactly(Rule.TWO_OF_THREE_BEYOND_WARNING);
        assertThat(lastRules(0.4, -0.4)).isEmpty();
        assertThat(lastRules(0.2, 0.2, -0.1, 0.2, 0.2)).containsExactly(Rule.FOUR_OF_FIVE_BEYOND_ONE_SIGMA);
        assertThat(lastRules(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)).containsExactly(Rule.EIGHT_ON_ONE_SIDE);
    }

    @Test
    void a_drift_is_found_with_its_interval_and_the_day_it_may_leave_the_limit() {
        List<Value> checks = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            checks.add(new Value(week(i), 0.02 * i + (i % 2 == 0 ? 0.01 : -0.01)));
        }
        DriftModel drift = DriftModel.of(START, checks).orElseThrow();
        // numpy.polyfit and scipy.stats.linregress of the same points.
        assertThat(drift.perDay() * 7).isCloseTo(0.020606060606, within(1e-9));
        assertThat(drift.atStart()).isCloseTo(-0.003333333333, within(1e-9));
        assertThat(drift.perDayHalfWidth() * 7).isCloseTo(0.002795156527, within(1e-9));
        assertThat(drift.drifts()).isTrue();
        Instant due = drift.predictedDue(1, week(10), week(100)).orElseThrow();
        assertThat(due).isBetween(week(40), week(49));
        // 1 = -0.00333 + 0.0206061 w: w = 48.69
        assertThat(drift.expectedDue(1, week(10), week(100)).orElseThrow())
                .isBetween(week(48).plus(Duration.ofDays(4)), week(48).plus(Duration.ofDays(6)));
        assertThat(Math.abs(drift.expectedAt(due)) + drift.halfWidthAt(due)).isGreaterThan(1);
        assertThat(Math.abs(drift.expectedAt(due.minus(Duration.ofDays(1))))
                        + drift.halfWidthAt(due.minus(Duration.ofDays(1))))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void scatter_alone_predicts_no_day() {
        Random random = new Random(7);
        List<Value> checks = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            checks.add(new Value(week(i), 0.1 * random.nextGaussian()));
        }
        assertThat(DriftModel.of(START, checks).orElseThrow().predictedDue(1, week(12), week(500)))
                .isEqualTo(Optional.empty());
        assertThat(DriftModel.of(START, checks.subList(0, 3))).isEmpty();
    }
}
