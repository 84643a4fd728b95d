package org.plinth.core.metric;

import java.util.Optional;
import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * The steepest rise over 200 ms anywhere up to the peak: needs no onset.
 *
 * <pre>
 *   peak RFD = max over t of (F(t + w) - F(t)) / w     w = 0.200 s     [N/s]
 * </pre>
 *
 * <p>Between samples force is a line, so the greatest difference has an edge of the window on a sample; both are tried.
 *
 * @see <a href="https://doi.org/10.1371/journal.pone.0140822">Mentiplay et al. (2015), PLoS ONE 10(10):e0140822</a>
 */
public final class PeakRateOfForceDevelopment implements Metric {

    private static final long WINDOW_MICROS = 200_000;
    private static final double MICROS_PER_SECOND = 1e6;

    @Override
    public String id() {
        return "peakRfd200_Nps";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String unit() {
        return "N/s";
    }

    @Override
    public String formula() {
        return "peak RFD = max over t of (F(t + w) - F(t)) / w; w = 0.200 s, linear between samples";
    }

    @Override
    public String source() {
        return "Mentiplay et al. 2015, doi:10.1371/journal.pone.0140822; gates: decision M10";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        double from = Math.max((double) trace.micros(0), effort.onsetMicros() - (double) WINDOW_MICROS);
        double to = trace.micros(effort.lastIndex());
        Optional<Withholding> closed = to - from < WINDOW_MICROS
                ? Optional.of(Withholding.EFFORT_TOO_SHORT)
                : OnsetGate.closed(trace, effort, from, (long) (to - from));
        return closed.<MetricResult>map(MetricResult.Withheld::new)
                .orElseGet(() -> new MetricResult.Measured(steepest(trace, from, to) * MICROS_PER_SECOND));
    }

    private static double steepest(ForceTrace trace, double from, double to) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = trace.indexAtOrAfter((long) Math.ceil(from)); i < trace.size() && trace.micros(i) <= to; i++) {
            double t = trace.micros(i);
            if (t + WINDOW_MICROS <= to) {
                best = Math.max(best, trace.newtonsAt(t + WINDOW_MICROS) - trace.newtons(i));
            }
            if (t - WINDOW_MICROS >= from) {
                best = Math.max(best, trace.newtons(i) - trace.newtonsAt(t - WINDOW_MICROS));
            }
        }
        return best / WINDOW_MICROS;
    }
}
