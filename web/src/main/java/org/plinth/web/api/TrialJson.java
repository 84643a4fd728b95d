package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.plinth.core.effort.Effort;
import org.plinth.core.metric.MetricResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.http.Json;

/**
 * An effort with its decision. Measurements stand under their metric's id, which carries the unit; one that cannot be
 * given is absent and listed under {@code withheld} with the reason. Times are on the sensor's clock.
 */
final class TrialJson {

    private static final double MICROS = 1e6;

    private TrialJson() {}

    static ObjectNode of(Trial trial) {
        Effort effort = trial.effort();
        ObjectNode json = Json.object()
                .put("id", trial.id().toString())
                .put("version", trial.version())
                .put("recording", trial.recording().toString())
                .put("n", effort.number())
                .put("state", trial.state().name());
        trial.exclusionReason().ifPresent(reason -> json.put("reason", reason));
        effort.rejection().ifPresent(rejection -> json.put("rejection", rejection.name()));
        trial.pain().ifPresent(pain -> json.put("pain", pain));
        ObjectNode withheld = Json.object();
        if (effort.quietBaseline()) {
            json.put("onset_s", effort.onsetMicros() / MICROS);
        } else {
            withheld.put("onset_s", "NO_ONSET");
        }
        json.put("end_s", effort.endMicros() / MICROS);
        json.put("baseline_N", effort.baseline().newtons());
        measurements(trial.measurements(), json, withheld);
        json.set("flags", names(effort.flags()));
        json.set("withheld", withheld);
        return json;
    }

    private static void measurements(Map<String, MetricResult> measured, ObjectNode json, ObjectNode withheld) {
        new TreeMap<>(measured).forEach((id, result) -> {
            result.value().ifPresent(value -> json.put(id, value));
            result.withholding().ifPresent(reason -> withheld.put(id, reason.name()));
        });
    }

    static ArrayNode names(Collection<? extends Enum<?>> constants) {
        ArrayNode names = Json.object().arrayNode();
        constants.stream().map(Enum::name).sorted().forEach(names::add);
        return names;
    }
}
