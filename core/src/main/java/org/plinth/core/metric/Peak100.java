package org.plinth.core.metric;

import java.util.OptionalDouble;
import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.WindowMean;

/**
 * The greatest mean over 100 ms: the quantity of results, symmetry, change and trend. It does not depend on the rate
 * as the greatest sample does, which stood 4 to 5 % above it on real 2000 Hz recordings.
 *
 * <pre>
 *   peak100 = max over t of  1/w · ∫ F dt from t to t + w     w = 0.100 s     [N]
 * </pre>
 *
 * <p>Trapezoid over device time, linear at the window's edges, no link gap inside. Below 20 Hz, where no window holds
 * three samples, it is the greatest sample: a series of its own.
 */
public final class Peak100 implements Metric {

    private static final long WINDOW_MICROS = 100_000;
    private static final double LEAST_RATE_HZ = 20;

    @Override
    public String id() {
        return "peak100_N";
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
        return "peak100 = max over t of 1/w * integral of F from t to t + w; w = 0.100 s of device time, trapezoid;"
                + " below 20 Hz the greatest sample";
    }

    @Override
    public String source() {
        return "decision M1";
    }

    /** Whether a trace is fast enough for a true 100 ms mean; if not, the greatest sample stands for it. */
    public static boolean isWindowed(ForceTrace trace) {
        return Sampling.rateHz(trace) >= LEAST_RATE_HZ;
    }

    /**
     * What a series key calls this quantity: below 20 Hz the greatest sample is a series of its own and never compared
     * with a true 100 ms mean.
     */
    public String seriesQuantity(ForceTrace trace) {
        String quantity = id() + "@" + version();
        return isWindowed(trace) ? quantity : quantity + "/sample";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        if (!isWindowed(trace)) {
            return new MetricResult.Measured(trace.newtons(effort.peakIndex()));
        }
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
