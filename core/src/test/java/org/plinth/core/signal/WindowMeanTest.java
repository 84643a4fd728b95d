package org.plinth.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowMeanTest {

    private static final long NO_GAP = Long.MAX_VALUE;

    @Test
    void a_constant_is_its_own_mean() {
        ForceTrace trace = ForceTrace.ofUniform(80, new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7});

        assertThat(greatest(trace, 100_000)).isCloseTo(7, within(1e-12));
    }

    @Test
    void a_ramp_has_its_greatest_mean_at_its_end() {
        // 0 to 100 N over 1 s; the last 100 ms run from 90 to 100 N.
        double[] ramp = new double[101];
        for (int i = 0; i <= 100; i++) {
            ramp[i] = i;
        }

        assertThat(greatest(ForceTrace.ofUniform(100, ramp), 100_000)).isCloseTo(95, within(1e-9));
    }

    @Test
    void a_lone_triangle_is_greatest_where_both_edges_are_level() {
        // Peak 10 N at 0.1 s, 0 N at 0 and 0.2 s: the middle 100 ms hold 5 to 10 to 5 N.
        ForceTrace trace = ForceTrace.ofUniform(10, new double[] {0, 10, 0});

        assertThat(greatest(trace, 100_000)).isCloseTo(7.5, within(1e-12));
    }

    @Test
    void uneven_time_is_weighed_by_time() {
        ForceTrace.Builder builder = ForceTrace.builder();
        builder.sample(0, 0);
        builder.sample(90_000, 0);
        builder.sample(100_000, 100);

        // Only one window fits: 10 ms of a ramp to 100 N in 100 ms.
        assertThat(greatest(builder.build(), 100_000)).isCloseTo(5, within(1e-12));
    }

    @Test
    void no_window_spans_a_gap() {
        ForceTrace.Builder builder = ForceTrace.builder();
        for (int i = 0; i < 8; i++) {
            builder.sample(i * 10_000L, 1);
        }
        for (int i = 0; i < 8; i++) {
            builder.sample(200_000 + i * 10_000L, 1);
        }
        ForceTrace trace = builder.build();

        assertThat(WindowMean.greatest(trace, 0, trace.size() - 1, 100_000, 30_000))
                .isEmpty();
        assertThat(WindowMean.greatest(trace, 0, trace.size() - 1, 70_000, 30_000))
                .hasValue(1);
    }

    @Test
    void agrees_with_trying_every_microsecond() {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 200; round++) {
            ForceTrace.Builder builder = ForceTrace.builder();
            long micros = random.nextInt(50);
            for (int i = 0; i < 12; i++) {
                builder.sample(micros, random.nextDouble(-20, 200));
                micros += 1 + random.nextInt(40);
            }
            ForceTrace trace = builder.build();
            long window = 1 + random.nextLong(trace.durationMicros());
            double step = 200.0 / window;

            assertThat(greatest(trace, window)).isCloseTo(tried(trace, window), within(step));
            assertThat(greatest(trace, window)).isGreaterThanOrEqualTo(tried(trace, window) - 1e-9);
        }
    }

    private static double greatest(ForceTrace trace, long window) {
        return WindowMean.greatest(trace, 0, trace.size() - 1, window, NO_GAP).orElseThrow();
    }

    /** The slow way: every whole µs as the left edge, the area summed in steps of whole µs. */
    private static double tried(ForceTrace trace, long window) {
        double best = Double.NEGATIVE_INFINITY;
        for (long left = trace.micros(0); left + window <= trace.micros(trace.size() - 1); left++) {
            double area = 0;
            for (double t = left; t < left + window; t++) {
                area += (trace.newtonsAt(t) + trace.newtonsAt(t + 1)) / 2;
            }
            best = Math.max(best, area / window);
        }
        return best;
    }
}
