package org.plinth.core.formula;

import java.util.List;
import java.util.Optional;
import org.plinth.core.formula.Formula.Group;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.Metrics;

/** The steps of every metric; id, version, unit, statement and source are what the metric itself declares. */
final class MetricDefinitions {

    private MetricDefinitions() {}

    static List<Definition> all() {
        return Metrics.ALL.stream().map(MetricDefinitions::of).toList();
    }

    private static Definition of(Metric metric) {
        return new Definition(
                metric.id(),
                metric.version(),
                Group.EFFORT,
                metric.unit(),
                Optional.of(metric.formula()),
                metric.source(),
                steps(metric.id()));
    }

    private static List<String> steps(String id) {
        if (id.startsWith("timeTo")) {
            return List.of("T = max(t_onset, t_reached) − t_onset");
        }
        if (id.startsWith("rfd")) {
            return List.of("RFD = (F_w − F_onset) / w");
        }
        if (id.startsWith("impulse")) {
            return List.of("J = area(t, F) − F_0 · w");
        }
        return switch (id) {
            case "peakForce_N" -> List.of("F_peak = max(F)");
            case "peak100_N" -> List.of("F_100 = area(t, F) / w");
            case "netPeakForce_N" -> List.of("F_net = F_peak − F_0");
            case "meanForce1s_N" -> List.of("F_1s = area(t, F) / w");
            case "timeOfPeak_s" -> List.of("T = t_peak − t_first");
            case "peakRfd200_Nps" -> List.of("RFD = (F_end − F_start) / w");
            case "plateauDrop_pct" -> List.of("F_last = area(t, F) / w", "drop = 100 · (F_1s − F_last) / F_1s");
            case "fatigueIndex_pct" ->
                List.of(
                        "F_first = area(t_a, F_a) / w",
                        "F_last = area(t_b, F_b) / w",
                        "FI = 100 · (1 − F_last / F_first)");
            case "steadiness_pct" -> List.of("CV = 100 · scatter(t, F) / mean(F)");
            default -> throw new IllegalStateException("metric " + id + " has no steps here: add one line");
        };
    }
}
