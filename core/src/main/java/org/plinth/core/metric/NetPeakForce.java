package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * The greatest sample less the effort's own baseline.
 *
 * <pre>
 *   net = max F(i) - F0     F0 = baseline of the effort     [N]
 * </pre>
 */
public final class NetPeakForce implements Metric {

    @Override
    public String id() {
        return "netPeakForce_N";
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
        return "net = max F(i) - F0; F0 = baseline of the effort [N]";
    }

    @Override
    public String source() {
        return "decision M7";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        return new MetricResult.Measured(
                trace.newtons(effort.peakIndex()) - effort.baseline().newtons());
    }
}
