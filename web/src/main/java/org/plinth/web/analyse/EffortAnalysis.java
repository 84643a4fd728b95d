package org.plinth.web.analyse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.effort.Effort;
import org.plinth.core.metric.Withholding;
import org.plinth.core.quantity.Force;

/**
 * One effort with its numbers.
 *
 * @param effort as found
 * @param timeOfPeakMicros from the first row of the file
 * @param values by metric id, in the metric's unit, in the order of the metrics
 * @param withheld metric ids that have no value, with the reason
 */
public record EffortAnalysis(
        Effort effort, long timeOfPeakMicros, Map<String, Double> values, Map<String, Withholding> withheld) {

    private static final double PERCENT = 100;

    /** Copies the maps, keeping their order. */
    public EffortAnalysis {
        values = new LinkedHashMap<>(values);
        withheld = new LinkedHashMap<>(withheld);
    }

    /** A metric in newtons, where it was measured. */
    public Optional<Force> force(String metricId) {
        return Optional.ofNullable(values.get(metricId)).map(Force::new);
    }

    /** Force before the effort began, relative to tare; none below zero. */
    public Force pretension() {
        return effort.baseline().newtons() > 0 ? effort.baseline() : Force.ZERO;
    }

    /** The pretension as a share of the greatest sample [%]; empty without a peak above 0 N. */
    public OptionalDouble pretensionPercent() {
        double peak = values.getOrDefault(Quantity.GREATEST_SAMPLE.metricId(), 0.0);
        return peak > 0 ? OptionalDouble.of(PERCENT * pretension().newtons() / peak) : OptionalDouble.empty();
    }

    /** Whether it may count for its side. */
    public boolean isValid(Quantity quantity) {
        return effort.isCandidate() && values.containsKey(quantity.metricId());
    }
}
