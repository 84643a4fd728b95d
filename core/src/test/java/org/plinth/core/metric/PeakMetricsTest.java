package org.plinth.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Recordings;
import org.plinth.core.testkit.Traces;

class PeakMetricsTest {

    @Test
    void a_held_level_is_its_peak_its_100_ms_mean_and_its_second() {
        ForceTrace trace = Traces.at(1000, 9).offset(4).effort(2, 200, 4).build();

        assertThat(value(new PeakForce(), trace)).isEqualTo(204);
        assertThat(value(new Peak100(), trace)).isCloseTo(204, within(1e-9));
        assertThat(value(new MeanForce1s(), trace)).isCloseTo(204, within(1e-9));
        assertThat(value(new NetPeakForce(), trace)).isCloseTo(200, within(1e-9));
        assertThat(value(new TimeOfPeak(), trace)).isEqualTo(2.5);
    }

    @Test
    void one_high_sample_lifts_the_peak_but_hardly_the_100_ms_mean() {
        ForceTrace trace = Traces.at(1000, 9)
                .effort(2, 200, 4)
                .plus(t -> Math.abs(t - 4) < 1e-9 ? 50 : 0)
                .build();

        assertThat(value(new PeakForce(), trace)).isEqualTo(250);
        // One sample of 1 ms at + 50 N in 100 ms adds 0.5 N.
        assertThat(value(new Peak100(), trace)).isCloseTo(200.5, within(1e-9));
    }

    @Test
    void below_20_hz_the_greatest_sample_stands_for_the_100_ms_mean() {
        ForceTrace trace = Traces.at(10, 9).effort(2, 200, 4).noise(1, 3).build();

        assertThat(Peak100.isWindowed(trace)).isFalse();
        assertThat(new Peak100().seriesQuantity(trace)).isEqualTo("peak100_N@1/sample");
        assertThat(new Peak100().seriesQuantity(Traces.effort(80, 200))).isEqualTo("peak100_N@1");
        assertThat(value(new Peak100(), trace)).isEqualTo(value(new PeakForce(), trace));
    }

    @Test
    void no_100_ms_mean_spans_a_gap() {
        // Held for 80 ms between two gaps at the greatest force: that stretch is too short to count.
        ForceTrace trace = Traces.at(1000, 9)
                .effort(2, 200, 4)
                .plus(t -> t > 3.95 && t < 4.05 ? 30 : 0)
                .without(3.9, 3.96)
                .build();

        assertThat(value(new PeakForce(), trace)).isEqualTo(230);
        assertThat(value(new Peak100(), trace)).isLessThan(230);
    }

    @Test
    void on_real_recordings_the_greatest_sample_stands_a_few_percent_above_the_100_ms_mean() {
        for (String id : new String[] {Recordings.PRETENSIONED, Recordings.HELD, Recordings.FAULTY}) {
            ForceTrace trace = Recordings.trace(id);

            assertThat(value(new PeakForce(), trace) / value(new Peak100(), trace))
                    .isBetween(1.02, 1.06);
        }
    }

    @Test
    void an_effort_shorter_than_a_second_has_no_one_second_mean() {
        ForceTrace trace = Traces.at(80, 9).effort(2, 200, 0.1).noise(0.2, 15).build();

        assertThat(new MeanForce1s().measure(trace, first(trace)).withholding()).contains(Withholding.EFFORT_TOO_SHORT);
    }

    private static double value(Metric metric, ForceTrace trace) {
        return metric.measure(trace, first(trace)).value().orElseThrow();
    }

    private static Effort first(ForceTrace trace) {
        return EffortFinder.find(trace).get(0);
    }
}
