package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * How long force takes from onset to a part of its greatest sample. At 100 % it is ill-defined on a plateau: the
 * first of the greatest samples counts.
 *
 * <pre>
 *   t = t(F first ≥ p · max F) - t0     p = part, t0 = onset     [s]
 * </pre>
 */
public final class TimeToPart implements Metric {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final int ALL_PERCENT = 100;

    private final int percent;

    /** For this part of the greatest sample [%]. */
    public TimeToPart(int percent) {
        this.percent = percent;
    }

    @Override
    public String id() {
        return percent == ALL_PERCENT ? "timeToPeak_s" : "timeTo" + percent + "_s";
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
        return "t = t(F first >= p * max F) - t0; p = " + percent + " %, t0 = onset, linear between samples";
    }

    @Override
    public String source() {
        return "decision M9 (onset); clinical convention";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        if (!effort.quietBaseline()) {
            return new MetricResult.Withheld(Withholding.NO_ONSET);
        }
        double level = trace.newtons(effort.peakIndex()) * percent / ALL_PERCENT;
        int i = effort.firstIndex();
        while (i < effort.peakIndex() && trace.newtons(i) < level) {
            i++;
        }
        double onset = effort.onsetMicros();
        double reached = Math.max(onset, crossing(trace, i, level));
        if (Sampling.hasGap(trace, onset, reached)) {
            return new MetricResult.Withheld(Withholding.GAP_IN_WINDOW);
        }
        return new MetricResult.Measured((reached - onset) / MICROS_PER_SECOND);
    }

    private static double crossing(ForceTrace trace, int i, double level) {
        if (i == 0 || trace.newtons(i - 1) >= level) {
            return trace.micros(i);
        }
        double part = (level - trace.newtons(i - 1)) / (trace.newtons(i) - trace.newtons(i - 1));
        return trace.micros(i - 1) + part * (trace.micros(i) - trace.micros(i - 1));
    }
}
