package org.plinth.core.metric;

import java.util.Optional;
import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * How fast force rises after onset.
 *
 * <pre>
 *   RFD0-w = (F(t0 + w) - F(t0)) / w     t0 = onset, w = window     [N/s]
 * </pre>
 *
 * <p>Linear between samples. Windows below 200 ms from 500 Hz, longer ones from 200 Hz; it depends on sensor, rate and
 * onset rule, so only windows of 200 ms and more are robust, and none decides anything.
 *
 * @see <a href="https://doi.org/10.1007/s00421-016-3346-6">Maffiuletti et al. (2016), Eur J Appl Physiol 116</a>
 */
public final class RateOfForceDevelopment implements Metric {

    private static final double MICROS_PER_SECOND = 1e6;

    private final int windowMillis;

    /** For a window of this many milliseconds after onset. */
    public RateOfForceDevelopment(int windowMillis) {
        this.windowMillis = windowMillis;
    }

    @Override
    public String id() {
        return "rfd0to" + windowMillis + "_Nps";
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
        return "RFD = (F(t0 + w) - F(t0)) / w; t0 = onset, w = " + windowMillis / 1000.0 + " s, linear between samples";
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
        if (closed.isPresent()) {
            return new MetricResult.Withheld(closed.get());
        }
        double rise = trace.newtonsAt(onset + window) - trace.newtonsAt(onset);
        return new MetricResult.Measured(rise / window * MICROS_PER_SECOND);
    }
}
