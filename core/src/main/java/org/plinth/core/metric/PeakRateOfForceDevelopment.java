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
        int first = trace.indexAtOrAfter((long) Math.ceil(from));
        // Both indices only ever move forward, so the pass is linear in the samples.
        int ahead = first;
        int behind = first;
        for (int i = first; i < trace.size() && trace.micros(i) <= to; i++) {
            long t = trace.micros(i);
            if (t + WINDOW_MICROS <= to) {
                ahead = advance(trace, ahead, t + WINDOW_MICROS);
                best = Math.max(best, at(trace, ahead, t + WINDOW_MICROS) - trace.newtons(i));
            }
            if (t - WINDOW_MICROS >= from) {
                behind = advance(trace, behind, t - WINDOW_MICROS);
                best = Math.max(best, trace.newtons(i) - at(trace, behind, t - WINDOW_MICROS));
            }
        }
        return best / WINDOW_MICROS;
    }

    /** First sample at or after a time, from one that is not after it on. */
    private static int advance(ForceTrace trace, int index, long micros) {
        int i = index;
        while (i < trace.size() - 1 && trace.micros(i) < micros) {
            i++;
        }
        return i;
    }

    /** Force at a time, on the line that ends with sample {@code after}. */
    private static double at(ForceTrace trace, int after, long micros) {
        if (after == 0 || trace.micros(after) <= micros) {
            return trace.newtons(after);
        }
        double part = (micros - trace.micros(after - 1)) / (double) (trace.micros(after) - trace.micros(after - 1));
        return trace.newtons(after - 1) + part * (trace.newtons(after) - trace.newtons(after - 1));
    }
}
