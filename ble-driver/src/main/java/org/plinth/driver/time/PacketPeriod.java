package org.plinth.driver.time;

import java.util.Arrays;

/**
 * How long a sensor takes for one packet, measured from the stamps while packets may be missing.
 *
 * <p>The 20 % quantile of the intervals between packets is one period as long as fewer than 80 % of the intervals
 * hold a loss; the mean of all intervals below 1.5 of it is the period, free of the clock's grain. One thread.
 */
final class PacketPeriod {

    private static final int WINDOW = 100;
    private static final double SEED_QUANTILE = 0.2;
    private static final double LONGEST_SINGLE = 1.5;

    private final long[] intervals = new long[WINDOW];
    private int count;
    private int next;

    void add(long micros) {
        intervals[next] = micros;
        next = (next + 1) % WINDOW;
        count = Math.min(count + 1, WINDOW);
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
        next = 0;
    }

    /** Mean length of an interval without loss [µs]; needs one interval. */
    double micros() {
        long[] sorted = Arrays.copyOf(intervals, count);
        Arrays.sort(sorted);
        double longest = LONGEST_SINGLE * sorted[(int) (SEED_QUANTILE * (count - 1))];
        double sum = 0;
        int singles = 0;
        for (long interval : sorted) {
            if (interval <= longest) {
                sum += interval;
                singles++;
            }
        }
        return sum / singles;
    }
}
