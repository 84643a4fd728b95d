package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * How much force was lost over a long hold.
 *
 * <pre>
 *   FI = 100 · (1 - Flast5 / Ffirst5)     Ffirst5 = mean of the 5 s from 90 % of the peak on, Flast5 = mean of the last 5 s     [%]
 * </pre>
 *
 * <p>Only for holds of 20 s or more from there to the release. The greatest sample itself may come late in an even hold.
 */
public final class FatigueIndex implements Metric {

    private static final long HOLD_MICROS = 20_000_000;
    private static final long PART_MICROS = 5_000_000;
    private static final double TOP_PART = 0.9;

    @Override
    public String id() {
        return "fatigueIndex_pct";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String unit() {
        return "%";
    }

    @Override
    public String formula() {
        return "FI = 100 * (1 - Flast5 / Ffirst5); means of the 5 s from 90 % of the peak on and of the last 5 s; hold >= 20 s";
    }

    @Override
    public String source() {
        return "clinical convention for holds of 20 s or more";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        double top = reached(trace, effort);
        double end = effort.endMicros();
        if (end - top < HOLD_MICROS) {
            return new MetricResult.Withheld(Withholding.EFFORT_TOO_SHORT);
        }
        if (Sampling.hasGap(trace, top, top + PART_MICROS) || Sampling.hasGap(trace, end - PART_MICROS, end)) {
            return new MetricResult.Withheld(Withholding.GAP_IN_WINDOW);
        }
        double first = Sampling.mean(trace, top, top + PART_MICROS);
        double last = Sampling.mean(trace, end - PART_MICROS, end);
        return new MetricResult.Measured(100 * (1 - last / first));
    }

    private static double reached(ForceTrace trace, Effort effort) {
        int i = effort.firstIndex();
        while (trace.newtons(i) < TOP_PART * trace.newtons(effort.peakIndex())) {
            i++;
        }
        return trace.micros(i);
    }
}
