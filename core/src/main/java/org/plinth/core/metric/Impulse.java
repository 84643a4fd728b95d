package org.plinth.core.metric;

import java.util.Optional;
import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * Force above baseline, summed over the time after onset.
 *
 * <pre>
 *   J0-w = ∫ (F - F0) dt from t0 to t0 + w     t0 = onset, F0 = baseline     [N·s]
 * </pre>
 *
 * <p>Trapezoid over device time. Gated as the rate of force development.
 *
 * @see <a href="https://doi.org/10.1007/s00421-016-3346-6">Maffiuletti et al. (2016), Eur J Appl Physiol 116</a>
 */
public final class Impulse implements Metric {

    private static final double MICROS_PER_SECOND = 1e6;

    private final int windowMillis;

    /** For a window of this many milliseconds after onset. */
    public Impulse(int windowMillis) {
        this.windowMillis = windowMillis;
    }

    @Override
    public String id() {
        return "impulse0to" + windowMillis + "_Ns";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String unit() {
        return "N.s";
    }

    @Override
    public String formula() {
        return "J = integral of (F - F0) from t0 to t0 + w; t0 = onset, F0 = baseline, w = " + windowMillis / 1000.0
                + " s, trapezoid";
    }

    @Override
    public String source() {
        return "Maffiuletti et al. 2016, doi:10.1007/s00421-016-3346-6; gates: decision M10";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        long window = windowMillis * 1000L;
        double onset = effort.onsetMicros();
        Optional<Withholding> closed = OnsetGate.closed(trace, effort, onset, window);
        return closed.<MetricResult>map(MetricResult.Withheld::new)
                .orElseGet(() -> new MetricResult.Measured(Sampling.area(trace, onset, onset + window)
                        - effort.baseline().newtons() * window / MICROS_PER_SECOND));
    }
}
