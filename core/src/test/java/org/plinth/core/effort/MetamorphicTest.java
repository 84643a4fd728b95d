package org.plinth.core.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Metrics;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Traces;

/** What must not change when a recording is changed in a way that means nothing, and what must when it does. */
class MetamorphicTest {

    @Property(tries = 50)
    void more_rest_before_or_after_changes_no_number(
            @ForAll @DoubleRange(min = 0, max = 20) double before,
            @ForAll @DoubleRange(min = 0, max = 20) double after) {
        double lead = Math.rint(before * 100) / 100;
        ForceTrace plain = Traces.at(100, 10).effort(3, 200, 4).build();
        ForceTrace longer =
                Traces.at(100, 10 + lead + after).effort(3 + lead, 200, 4).build();

        for (Metric metric : Metrics.ALL) {
            if (!metric.id().equals("timeOfPeak_s")) {
                assertSame(measure(metric, plain), measure(metric, longer), metric.id());
            }
        }
    }

    @Property(tries = 50)
    void twice_the_force_is_twice_every_force(@ForAll @DoubleRange(min = 0.5, max = 5) double gain) {
        ForceTrace plain = Traces.at(200, 10).effort(3, 200, 4).build();
        ForceTrace stronger = Traces.at(200, 10).effort(3, 200 * gain, 4).build();

        for (String id : List.of("peakForce_N", "peak100_N", "meanForce1s_N", "netPeakForce_N")) {
            Metric metric = Metrics.find(id).orElseThrow();
            assertThat(measure(metric, stronger).value().orElseThrow())
                    .isCloseTo(gain * measure(metric, plain).value().orElseThrow(), within(1e-6));
        }
    }

    @Property(tries = 30)
    void the_peak_is_never_below_a_mean(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        ForceTrace trace = Traces.at(200, 10).effort(3, 150, 4).noise(2, seed).build();
        double peak = measure(Metrics.find("peakForce_N").orElseThrow(), trace)
                .value()
                .orElseThrow();
        double short_ =
                measure(Metrics.find("peak100_N").orElseThrow(), trace).value().orElseThrow();
        double long_ = measure(Metrics.find("meanForce1s_N").orElseThrow(), trace)
                .value()
                .orElseThrow();

        assertThat(peak).isGreaterThanOrEqualTo(short_);
        assertThat(short_).isGreaterThanOrEqualTo(long_);
    }

    @Test
    void a_rejected_effort_beside_it_changes_nothing_about_a_good_one() {
        ForceTrace plain = Traces.at(100, 20).effort(12, 200, 4).build();
        ForceTrace beside =
                Traces.at(100, 20).effort(3, 180, 0.05).effort(12, 200, 4).build();

        List<Effort> efforts = EffortFinder.find(beside);

        assertThat(efforts).hasSize(2);
        assertThat(efforts.get(0).rejection()).contains(Rejection.EARLY_RELEASE);
        for (Metric metric : Metrics.ALL) {
            assertSame(measure(metric, plain), metric.measure(beside, efforts.get(1)), metric.id());
        }
    }

    @Test
    @Tag("slow")
    void an_hour_and_ten_kilohertz_are_only_longer() {
        ForceTrace hour = Traces.at(100, 3600)
                .effort(1800, 200, 4)
                .effort(3500, 210, 4)
                .noise(0.3, 5)
                .build();
        ForceTrace fast = Traces.at(10_000, 9).effort(2, 200, 4).noise(0.5, 6).build();

        assertThat(EffortFinder.find(hour)).hasSize(2).allMatch(Effort::isCandidate);
        assertThat(EffortFinder.find(fast)).hasSize(1).allMatch(Effort::isCandidate);
    }

    private static MetricResult measure(Metric metric, ForceTrace trace) {
        return metric.measure(trace, EffortFinder.find(trace).get(0));
    }

    private static void assertSame(MetricResult one, MetricResult other, String id) {
        assertThat(other.withholding()).as(id).isEqualTo(one.withholding());
        if (one.value().isPresent()) {
            // The plateau's edges stand on 20 ms means, which begin with the record.
            double error = id.equals("plateauDrop_pct") || id.equals("steadiness_pct") ? 0.01 : 1e-4;
            assertThat(other.value().orElseThrow()).as(id).isCloseTo(one.value().getAsDouble(), within(error));
        }
    }
}
