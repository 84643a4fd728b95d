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
}
