package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * The greatest calibrated sample of an effort, unfiltered, relative to tare: for checking against the raw file. Noise
 * and rate raise it, so results use {@link Peak100}.
 *
 * <pre>
 *   peak = max F(i),  i in the effort     [N]
 * </pre>
 */
public final class PeakForce implements Metric {

    @Override
    public String id() {
        return "peakForce_N";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String unit() {
        return "N";
    }

    @Override
    public String formula() {
        return "peak = max F(i); F = force of sample i relative to tare [N], i in the effort";
    }

    @Override
    public String source() {
        return "decision M1";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        return new MetricResult.Measured(trace.newtons(effort.peakIndex()));
    }
}
