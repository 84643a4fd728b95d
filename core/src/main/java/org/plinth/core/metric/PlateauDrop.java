package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/**
 * How much force was lost between the best second and the last second of the plateau.
 *
 * <pre>
 *   drop = 100 · (F1s - Flast1s) / F1s     [%]
 * </pre>
 *
 * <p>The last second ends where the plateau does, so that letting go is not counted as fatigue. Fatigue beyond the
 * plateau is what {@link FatigueIndex} measures.
 */
public final class PlateauDrop implements Metric {

    private static final long SECOND_MICROS = 1_000_000;

    @Override
    public String id() {
        return "plateauDrop_pct";
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
        return "drop = 100 * (F1s - Flast) / F1s; F1s = best mean of 1 s, Flast = mean of the last 1 s of the plateau";
    }

    @Override
    public String source() {
        return "clinical convention; decision M9 (end of effort)";
    }

    @Override
    public MetricResult measure(ForceTrace trace, Effort effort) {
        double end = effort.plateau().endMicros();
        if (end - effort.onsetMicros() < SECOND_MICROS) {
            return new MetricResult.Withheld(Withholding.EFFORT_TOO_SHORT);
        }
        if (Sampling.hasGap(trace, end - SECOND_MICROS, end)) {
            return new MetricResult.Withheld(Withholding.GAP_IN_WINDOW);
        }
        MetricResult best = new MeanForce1s().measure(trace, effort);
        if (best.value().isEmpty() || best.value().getAsDouble() <= 0) {
            return new MetricResult.Withheld(best.withholding().orElse(Withholding.EFFORT_TOO_SHORT));
        }
        double first = best.value().getAsDouble();
        return new MetricResult.Measured(100 * (first - Sampling.mean(trace, end - SECOND_MICROS, end)) / first);
    }
}
