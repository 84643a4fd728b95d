package org.plinth.core.formula;

import java.util.List;
import java.util.Optional;
import org.plinth.core.effort.Effort;
import org.plinth.core.metric.MeanForce1s;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Metrics;
import org.plinth.core.metric.Peak100;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.TraceQuality;
import org.plinth.core.signal.WindowMean;

/** Works the metrics of one effort from its samples. The metric gives the number; the samples and the formula give it again. */
public final class MetricWorking {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final long SECOND = 1_000_000;
    private static final Origin SAMPLES = new Origin.Recording();
    private static final double GAP_FACTOR = 3;
    private static final double JITTER_PERIODS = 0.5;

    private final ForceTrace trace;
    private final Effort effort;
    private final Formula formula;
    private final double shown;

    private MetricWorking(ForceTrace trace, Effort effort, Formula formula, double shown) {
        this.trace = trace;
        this.effort = effort;
        this.formula = formula;
        this.shown = shown;
    }

    /**
     * A metric of an effort, worked.
     *
     * @param id of the metric
     * @param shown the number that is shown; empty for the one that the metric gives now
     * @return empty where there is no such metric, or it is withheld
     */
    public static Optional<Worked> of(String id, ForceTrace trace, Effort effort, Optional<Double> shown) {
        Optional<Metric> metric = Metrics.find(id);
        if (metric.isEmpty()) {
            return Optional.empty();
        }
        MetricResult measured = metric.get().measure(trace, effort);
        if (measured.value().isEmpty()) {
            return Optional.empty();
        }
        double value = shown.orElse(measured.value().getAsDouble());
        return Optional.of(new MetricWorking(trace, effort, Formulas.named(id), value).worked());
    }

    private Worked worked() {
        String id = formula.id();
        if (id.startsWith("timeTo")) {
            return timeTo(id.equals("timeToPeak_s") ? 100 : Integer.parseInt(id.substring(6, id.indexOf('_'))));
        }
        if (id.startsWith("rfd")) {
            return rise((double) effort.onsetMicros(), millis(id), "F_onset", "F_w");
        }
        if (id.startsWith("impulse")) {
            return impulse(millis(id));
        }
        return switch (id) {
            case "peakForce_N" -> Worked.of(formula, shown, forces());
            case "peak100_N" -> peak100();
            case "netPeakForce_N" -> net();
            case "meanForce1s_N" -> window(SECOND);
            case "timeOfPeak_s" -> timeOfPeak();
            case "peakRfd200_Nps" -> steepest();
            case "plateauDrop_pct" -> drop();
            case "fatigueIndex_pct" -> fatigue();
            case "steadiness_pct" -> steadiness();
            default -> throw new IllegalStateException("metric " + id + " is not worked here: add one line");
        };
    }

    /** Of {@code rfd0to200_Nps}: 200. */
    private static int millis(String id) {
        return Integer.parseInt(id.substring(id.indexOf("to") + 2, id.indexOf('_')));
    }

    private Input forces() {
        Stretch all = Stretch.samples(trace, effort.firstIndex(), effort.lastIndex());
        return Input.of("F", all.newtons(), SAMPLES);
    }

    private Worked peak100() {
        if (!Peak100.isWindowed(trace)) {
            return Worked.of(formula, List.of(Step.parse("F_100 = max(F)")), shown, forces());
        }
        return window(SECOND / 10);
    }

    private Worked window(long micros) {
        WindowMean.Window best = WindowMean.greatestWindow(
                        trace, effort.firstIndex(), effort.lastIndex(), micros, longestMicros())
                .orElseThrow();
        Stretch inside = Stretch.between(trace, best.startMicros(), best.startMicros() + micros);
        return Worked.of(formula, shown, times(inside), forces(inside), seconds(micros));
    }

    private long longestMicros() {
        double rate = trace.quality().map(TraceQuality::sampleRateHz).orElseThrow();
        double factor = Math.max(GAP_FACTOR, trace.intervals().boundaryPeriods() + JITTER_PERIODS);
        return (long) (factor * MICROS_PER_SECOND / rate);
    }

    private Worked net() {
        return Worked.of(
                formula,
                shown,
                Input.of("F_peak", trace.newtons(effort.peakIndex()), new Origin.OfThisEffort("peakForce_N")),
                baseline());
    }

    private Input baseline() {
        return Input.of("F_0", effort.baseline().newtons(), new Origin.OfThisEffort("baseline_N"));
    }

    private Worked timeOfPeak() {
        return Worked.of(
                formula, shown, time("t_peak", (double) trace.micros(effort.peakIndex())), time("t_first", (double)
                        trace.micros(0)));
    }

    private Worked timeTo(int percent) {
        double level = trace.newtons(effort.peakIndex()) * percent / 100;
        int i = firstAtLeast(level);
        double reached = trace.micros(i);
        if (i > 0 && trace.newtons(i - 1) < level) {
            double part = (level - trace.newtons(i - 1)) / (trace.newtons(i) - trace.newtons(i - 1));
            reached = trace.micros(i - 1) + part * (trace.micros(i) - trace.micros(i - 1));
        }
        return Worked.of(formula, shown, time("t_onset", (double) effort.onsetMicros()), time("t_reached", reached));
    }

    private int firstAtLeast(double level) {
        int i = effort.firstIndex();
        while (i < effort.peakIndex() && trace.newtons(i) < level) {
            i++;
        }
        return i;
    }

    private Worked rise(double from, int millis, String first, String last) {
        double to = from + millis * 1000.0;
        return Worked.of(
                formula,
                shown,
                Input.of(last, trace.newtonsAt(to), SAMPLES),
                Input.of(first, trace.newtonsAt(from), SAMPLES),
                seconds(millis * 1000L));
    }

    private Worked steepest() {
        final int millis = 200;
        double window = millis * 1000.0;
        double from = Math.max((double) trace.micros(0), effort.onsetMicros() - window);
        double to = trace.micros(effort.lastIndex());
        double best = from;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = trace.indexAtOrAfter((long) Math.ceil(from)); i < trace.size() && trace.micros(i) <= to; i++) {
            for (double start : new double[] {trace.micros(i), trace.micros(i) - window}) {
                boolean inside = start >= from && start + window <= to;
                double gain = inside ? trace.newtonsAt(start + window) - trace.newtonsAt(start) : most;
                best = gain > most ? start : best;
                most = Math.max(most, gain);
            }
        }
        return rise(best, millis, "F_start", "F_end");
    }

    private Worked impulse(int millis) {
        double from = effort.onsetMicros();
        Stretch inside = Stretch.between(trace, from, from + millis * 1000.0);
        return Worked.of(formula, shown, times(inside), forces(inside), baseline(), seconds(millis * 1000L));
    }

    private Worked drop() {
        double end = effort.plateau().endMicros();
        Stretch last = Stretch.between(trace, end - SECOND, end);
        double best = new MeanForce1s().measure(trace, effort).value().orElseThrow();
        return Worked.of(
                formula,
                shown,
                times(last),
                forces(last),
                seconds(SECOND),
                Input.of("F_1s", best, new Origin.OfThisEffort("meanForce1s_N")));
    }

    private Worked fatigue() {
        double top = trace.micros(firstAtLeast(0.9 * trace.newtons(effort.peakIndex())));
        double end = effort.endMicros();
        Stretch first = Stretch.between(trace, top, top + 5 * SECOND);
        Stretch last = Stretch.between(trace, end - 5 * SECOND, end);
        return Worked.of(
                formula,
                shown,
                Input.of("t_a", first.seconds(), SAMPLES),
                Input.of("F_a", first.newtons(), SAMPLES),
                Input.of("t_b", last.seconds(), SAMPLES),
                Input.of("F_b", last.newtons(), SAMPLES),
                seconds(5 * SECOND));
    }

    private Worked steadiness() {
        long middle = (effort.plateau().startMicros() + effort.plateau().endMicros()) / 2;
        long half = 5 * SECOND / 2;
        Stretch inside =
                Stretch.samples(trace, trace.indexAtOrAfter(middle - half), trace.indexAtOrAfter(middle + half) - 1);
        return Worked.of(formula, shown, times(inside), forces(inside));
    }

    private static Input times(Stretch stretch) {
        return Input.of("t", stretch.seconds(), SAMPLES);
    }

    private static Input forces(Stretch stretch) {
        return Input.of("F", stretch.newtons(), SAMPLES);
    }

    private Input time(String symbol, double micros) {
        return Input.of(symbol, Stretch.seconds(trace, micros), SAMPLES);
    }

    private static Input seconds(long micros) {
        return Input.fixed("w", micros / MICROS_PER_SECOND);
    }
}
