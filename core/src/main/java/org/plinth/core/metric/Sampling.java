package org.plinth.core.metric;

import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.TraceQuality;

/** What metrics ask of a trace's timing. */
final class Sampling {

    private static final double GAP_FACTOR = 3;
    private static final double JITTER_PERIODS = 0.5;
    private static final double MICROS_PER_SECOND = 1e6;

    private Sampling() {}

    /** 1 / median interval [Hz]; 0 where there is no interval. */
    static double rateHz(ForceTrace trace) {
        return trace.quality().map(TraceQuality::sampleRateHz).orElse(0.0);
    }

    /** The longest interval that is not a gap [µs]. */
    static long longestMicros(ForceTrace trace) {
        double factor = Math.max(GAP_FACTOR, trace.intervals().boundaryPeriods() + JITTER_PERIODS);
        return rateHz(trace) > 0 ? (long) (factor * MICROS_PER_SECOND / rateHz(trace)) : 0;
    }

    /** Whether an interval too long to be normal touches the time between two device times [µs]. */
    static boolean hasGap(ForceTrace trace, double from, double to) {
        long longest = longestMicros(trace);
        int first = Math.max(1, trace.indexAtOrAfter((long) Math.floor(from)));
        for (int i = first; i < trace.size() && trace.micros(i - 1) < to; i++) {
            if (trace.micros(i) - trace.micros(i - 1) > longest) {
                return true;
            }
        }
        return false;
    }

    /** ∫ F dt between two device times [N·s], trapezoid, linear at the edges. */
    static double area(ForceTrace trace, double from, double to) {
        double t = from;
        double force = trace.newtonsAt(from);
        double sum = 0;
        for (int i = trace.indexAtOrAfter((long) Math.floor(from) + 1); i < trace.size() && trace.micros(i) < to; i++) {
            sum += (force + trace.newtons(i)) / 2 * (trace.micros(i) - t);
            t = trace.micros(i);
            force = trace.newtons(i);
        }
        return (sum + (force + trace.newtonsAt(to)) / 2 * (to - t)) / MICROS_PER_SECOND;
    }

    /** Time-weighted mean of force between two device times [N]. */
    static double mean(ForceTrace trace, double from, double to) {
        return area(trace, from, to) / (to - from) * MICROS_PER_SECOND;
    }
}
