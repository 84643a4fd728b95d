package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * How much force was lost over a long hold.
 *
 * <pre>
 *   FI = 100 · (1 - Flast5 / Ffirst5)     Ffirst5 = mean of 5 s after the peak, Flast5 = mean of the last 5 s     [%]
 * </pre>
 *
 * <p>Only for holds of 20 s or more from peak to release.
 *
 * @see <a href="https://doi.org/10.1111/j.1475-097X.2005.00603.x">Surakka et al. (2005), on such indices</a>
 */
public final class FatigueIndex implements Metric {

    private static final long HOLD_MICROS = 20_000_000;
    private static final long PART_MICROS = 5_000_000;

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
        return "FI = 100 * (1 - Flast5 / Ffirst5); means of the 5 s after the peak and of the last 5 s; hold >= 20 s";
    }

    @Override
    public String source() {
        return "after Surakka et al. 2005; clinical reference 4.3";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        double peak = trace.micros(effort.peakIndex());
        double end = effort.endMicros();
        if (end - peak < HOLD_MICROS) {
            return new MetricResult.Withheld(Withholding.EFFORT_TOO_SHORT);
        }
        if (Sampling.hasGap(trace, peak, peak + PART_MICROS) || Sampling.hasGap(trace, end - PART_MICROS, end)) {
            return new MetricResult.Withheld(Withholding.GAP_IN_WINDOW);
        }
        double first = Sampling.mean(trace, peak, peak + PART_MICROS);
        double last = Sampling.mean(trace, end - PART_MICROS, end);
        return new MetricResult.Measured(100 * (1 - last / first));
    }
}
