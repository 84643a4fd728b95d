package org.plinth.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.Metrics;
import org.plinth.core.signal.ForceTrace;

/** Every metric, worked from the samples by the text of its formula, gives the number that its own code gives. */
class MetricWorkingTest {

    private static final ForceTrace HOLD = hold(500, 25);
    private static final Effort EFFORT = effort(HOLD);

    static List<Metric> metrics() {
        return Metrics.ALL;
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void the_formula_gives_what_the_code_gives(Metric metric) {
        double value = metric.measure(HOLD, EFFORT).value().orElseThrow();
        Worked worked =
                MetricWorking.of(metric.id(), HOLD, EFFORT, Optional.of(value)).orElseThrow();

        assertThat(worked.agrees())
                .as("%s gives %s", metric.id(), worked.result())
                .isTrue();
        assertThat(worked.shown()).isEqualTo(value);
        String exact = worked.lines().get(worked.lines().size() - 1).exact();
        assertThat(Expression.parse(exact).evaluate(Map.of())).isEqualTo(worked.result());
    }

    @Test
    void below_twenty_hertz_the_best_100_ms_is_the_greatest_sample() {
        ForceTrace slow = hold(10, 5);
        Worked worked = MetricWorking.of("peak100_N", slow, effort(slow), Optional.empty())
                .orElseThrow();

        assertThat(worked.agrees()).isTrue();
        assertThat(worked.lines().get(0).general()).isEqualTo("max(F)");
    }

    @Test
    void a_metric_that_is_withheld_is_not_worked() {
        ForceTrace slow = hold(50, 5);

        assertThat(MetricWorking.of("rfd0to100_Nps", slow, effort(slow), Optional.empty()))
                .isEmpty();
        assertThat(MetricWorking.of("nothing", slow, effort(slow), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_stored_number_that_its_samples_do_not_give_is_seen() {
        assertThat(MetricWorking.of("peakForce_N", HOLD, EFFORT, Optional.of(500.0))
                        .orElseThrow()
                        .agrees())
                .isFalse();
    }

    private static Effort effort(ForceTrace trace) {
        List<Effort> found = EffortFinder.find(trace);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** 2 s rest at 3 N with a ripple, a rise of 0.4 s to about 200 N with a tremor and some fatigue, release, 2 s rest. */
    private static ForceTrace hold(int rateHz, int seconds) {
        double[] newtons = new double[rateHz * (seconds + 5)];
        for (int i = 0; i < newtons.length; i++) {
            double t = i / (double) rateHz - 2;
            double rise = Math.max(0, Math.min(1, t / 0.4));
            double fall = Math.max(0, Math.min(1, (seconds - t) / 0.2));
            double level = 200 - 1.5 * t + 2 * Math.sin(9 * t);
            newtons[i] = 3 + 0.05 * Math.sin(31 * t) + (3 - 2 * rise) * rise * rise * fall * level;
        }
        return ForceTrace.ofUniform(rateHz, newtons);
    }
}
