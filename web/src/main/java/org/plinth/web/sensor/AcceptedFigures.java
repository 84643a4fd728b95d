package org.plinth.web.sensor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.web.http.Json;
import org.plinth.web.measure.Engine;

/** The figures of a fit as they were when it was accepted. Keys carry their unit; {@code R} is the unit of the readings. */
final class FitJson {

    private FitJson() {}

    static ObjectNode of(Evaluation evaluation) {
        ObjectNode json = Json.object()
                .put("format", 1)
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
            budgets.add(Json.object().put("force_N", budget.newtons()).put("U_N", budget.expanded()));
        }
        return json.put("decision", evaluation.decision().name());
    }
}
