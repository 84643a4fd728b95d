package org.plinth.web.sensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.web.http.Json;
import org.plinth.web.measure.Engine;

/** The figures of a fit as they were when it was accepted, kept with the run. Keys carry their unit. Stateless. */
public final class AcceptedFigures {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Part of a number by which two engines may round it differently. */
    private static final double ROUNDING = 1e-9;

    /** The first format did not say whether U is a lower bound. */
    private static final int FORMAT = 2;

    private static final String LOWER_BOUND = "U_isLowerBound";

    private AcceptedFigures() {}

    /** Whether this evaluation says what was accepted. The engine's own version does not count, nor does the last digit. */
    public static boolean agree(String accepted, Evaluation evaluation) {
        ObjectNode now = of(evaluation);
        now.remove("engine");
        try {
            JsonNode then = MAPPER.readTree(accepted);
            if (then.path("format").asInt() == 1) {
                now.put("format", 1).path("uncertainty").forEach(one -> ((ObjectNode) one).remove(LOWER_BOUND));
            }
            return then instanceof ObjectNode object && same(object.without("engine"), MAPPER.readTree(now.toString()));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            double first = one.doubleValue();
            return Math.abs(first - other.doubleValue()) <= ROUNDING * Math.max(Math.abs(first), ROUNDING);
        }
        if (!one.isContainerNode()) {
            return one.equals(other);
        }
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return false;
        }
        if (one.isArray()) {
            return IntStream.range(0, one.size()).allMatch(i -> same(one.get(i), other.get(i)));
        }
        return one.properties().stream()
                .allMatch(field -> other.has(field.getKey()) && same(field.getValue(), other.get(field.getKey())));
    }

    static ObjectNode of(Evaluation evaluation) {
        ObjectNode json = Json.object()
                .put("format", FORMAT)
                .put("engine", Engine.VERSION)
                .put("model", evaluation.fit().model().name())
                .put("readingUnit", evaluation.run().readingUnit().symbol())
                .put("zeroReading", evaluation.zeroReading());
        List<Double> coefficients = evaluation.fit().curve().coefficients();
        for (int i = 0; i < coefficients.size(); i++) {
            json.put("a" + i, coefficients.get(i));
        }
        json.put("fullScale_N", evaluation.characteristics().fullScale())
                .put("maxResidual_N", evaluation.characteristics().largestResidual())
                .put("nonLinearity_pctFS", evaluation.characteristics().nonLinearityPercent());
        evaluation.characteristics().hysteresisPercent().ifPresent(value -> json.put("hysteresis_pctFS", value));
        evaluation.characteristics().repeatabilityPercent().ifPresent(value -> json.put("repeatability_pct", value));
        evaluation.characteristics().zeroReturn().ifPresent(value -> json.put("zeroReturn_N", value));
        ArrayNode budgets = json.putArray("uncertainty");
        for (Budget budget : evaluation.budgets()) {
            budgets.add(Json.object()
                    .put("force_N", budget.newtons())
                    .put("U_N", budget.expanded())
                    .put(LOWER_BOUND, !budget.isComplete()));
        }
        return json.put("decision", evaluation.decision().name());
    }
}
