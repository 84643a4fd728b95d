package org.plinth.core.effort;

import org.plinth.core.signal.ForceTrace;

/**
 * Places the onset: the interpolated crossing after the last stretch of 20 ms below the threshold, from which force
 * stays above it for 20 ms. No extrapolation back, so that it can be reproduced.
 */
final class OnsetFinder {

    private final ForceTrace trace;
    private final double threshold;

    private OnsetFinder(ForceTrace trace, double threshold) {
        this.trace = trace;
        this.threshold = threshold;
    }

    /**
     * Device time of the onset [µs]; the time of sample {@code from} where force never stood below the threshold.
     *
     * @param from first sample it may be at
     * @param to a sample at which the effort has certainly begun
     */
    static double between(ForceTrace trace, int from, int to, double threshold) {
        OnsetFinder finder = new OnsetFinder(trace, threshold);
        int below = finder.lastBelow(from, to);
        if (below < 0) {
            return trace.micros(from);
        }
        return below == to ? trace.micros(to) : finder.crossing(finder.sustained(below, to));
    }

    /** Last sample of the last stretch below that lasted 20 ms; -1 if there is none. */
    private int lastBelow(int from, int to) {
        int end = -1;
        for (int i = to; i >= from; i--) {
            if (trace.newtons(i) >= threshold) {
                end = -1;
                continue;
            }
            end = end < 0 ? i : end;
            long until = end < to ? trace.micros(end + 1) : trace.micros(end);
            if (until - trace.micros(i) >= EffortRules.ONSET_SUSTAIN_MICROS || i == from) {
                return end;
            }
        }
        return -1;
    }

    /** First sample after {@code below} from which force stays above for 20 ms. */
    private int sustained(int below, int to) {
        int first = below + 1;
        for (int i = below + 1; i <= to; i++) {
            if (trace.newtons(i) < threshold) {
                first = i + 1;
            } else if (trace.micros(i) - trace.micros(first) >= EffortRules.ONSET_SUSTAIN_MICROS) {
                return first;
            }
        }
        return Math.min(first, to);
    }

    private double crossing(int above) {
        double before = trace.newtons(above - 1);
        double part = (threshold - before) / (trace.newtons(above) - before);
        return trace.micros(above - 1)
                + Math.min(1, Math.max(0, part)) * (trace.micros(above) - trace.micros(above - 1));
    }
}
