package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * When the greatest sample stood, from the first sample of the recording.
 *
 * <pre>
 *   t = t(peak) - t(first sample)     [s]
 * </pre>
 */
public final class TimeOfPeak implements Metric {

    private static final double MICROS_PER_SECOND = 1e6;

    @Override
    public String id() {
        return "timeOfPeak_s";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public String formula() {
        return "t = t(peak) - t(first sample of the recording)";
    }

    @Override
    public String source() {
        return "decision M1";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        return new MetricResult.Measured((trace.micros(effort.peakIndex()) - trace.micros(0)) / MICROS_PER_SECOND);
    }
}
