package org.plinth.driver.time;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The last intervals between samples, for the rate that gates metrics: 1 / their median (decision M10). One thread. */
final class RecentIntervals {

    private static final int WINDOW = 256;
    private static final double MICROS_PER_SECOND = 1e6;

    private final long[] micros = new long[WINDOW];
    private long count;

    void add(long interval) {
        micros[(int) (count % WINDOW)] = interval;
        count++;
    }

    /** Samples a second; empty before the second interval. */
    OptionalDouble rateHz() {
        int held = (int) Math.min(count, WINDOW);
        if (held < 2) {
            return OptionalDouble.empty();
        }
        long[] sorted = Arrays.copyOf(micros, held);
        Arrays.sort(sorted);
        double median = (sorted[(held - 1) / 2] + sorted[held / 2]) / 2.0;
        return median > 0 ? OptionalDouble.of(MICROS_PER_SECOND / median) : OptionalDouble.empty();
    }
}
