package org.plinth.core.metric;

import java.util.OptionalDouble;
import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.WindowMean;

/**
 * The greatest mean over one second: force that was held.
 *
 * <pre>
 *   F1s = max over t of  1/w · ∫ F dt from t to t + w     w = 1 s     [N]
 * </pre>
 */
public final class MeanForce1s implements Metric {

    private static final long WINDOW_MICROS = 1_000_000;

    @Override
    public String id() {
        return "meanForce1s_N";
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
        return "F1s = max over t of 1/w * integral of F from t to t + w; w = 1 s of device time, trapezoid";
    }

    @Override
    public String source() {
        return "decision M1";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        if (trace.micros(effort.lastIndex()) - trace.micros(effort.firstIndex()) < WINDOW_MICROS) {
            return new MetricResult.Withheld(Withholding.EFFORT_TOO_SHORT);
        }
        OptionalDouble best = WindowMean.greatest(
                trace, effort.firstIndex(), effort.lastIndex(), WINDOW_MICROS, Sampling.longestMicros(trace));
        return best.isPresent()
                ? new MetricResult.Measured(best.getAsDouble())
                : new MetricResult.Withheld(Withholding.GAP_IN_WINDOW);
    }
}
