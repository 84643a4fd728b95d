package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * How evenly a level is held: the scatter of force around its own line over the middle five seconds of the plateau.
 * Meant for holds below the maximum.
 *
 * <pre>
 *   CV = 100 · SD(F - line) / mean F     SD with n - 2     [%]
 * </pre>
 */
public final class Steadiness implements Metric {

    private static final long WINDOW_MICROS = 5_000_000;
    private static final double LEAST_RATE_HZ = 20;

    @Override
    public String id() {
        return "steadiness_pct";
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
        return "CV = 100 * SD(F - line) / mean F; least-squares line, SD with n - 2, middle 5 s of the plateau";
    }

    @Override
    public String source() {
        return "clinical convention: coefficient of variation of detrended force";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        if (Sampling.rateHz(trace) < LEAST_RATE_HZ) {
            return new MetricResult.Withheld(Withholding.SAMPLE_RATE_TOO_LOW);
        }
        if (effort.plateau().durationMicros() < WINDOW_MICROS) {
            return new MetricResult.Withheld(Withholding.EFFORT_TOO_SHORT);
        }
        long middle = (effort.plateau().startMicros() + effort.plateau().endMicros()) / 2;
        long from = middle - WINDOW_MICROS / 2;
        long to = middle + WINDOW_MICROS / 2;
        if (Sampling.hasGap(trace, (double) from, (double) to)) {
            return new MetricResult.Withheld(Withholding.GAP_IN_WINDOW);
        }
        int last = trace.indexAtOrAfter(to);
        return new MetricResult.Measured(scatterPercent(trace, trace.indexAtOrAfter(from), last));
    }

    private static double scatterPercent(ForceTrace trace, int from, int to) {
        int n = to - from;
        double meanT = 0;
        double meanF = 0;
        for (int i = from; i < to; i++) {
            meanT += (trace.micros(i) - trace.micros(from)) / (double) n;
            meanF += trace.newtons(i) / n;
        }
        double tt = 0;
        double tf = 0;
        double ff = 0;
        for (int i = from; i < to; i++) {
            double t = trace.micros(i) - trace.micros(from) - meanT;
            double f = trace.newtons(i) - meanF;
            tt += t * t;
            tf += t * f;
            ff += f * f;
        }
        return 100 * Math.sqrt(Math.max(0, ff - tf * tf / tt) / (n - 2)) / meanF;
    }
}
