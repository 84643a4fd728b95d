package org.plinth.web.calibration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.conformity.PointVerdict;
import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.curve.PiecewiseCurve;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.fit.FitScatter;
import org.plinth.calibration.problem.CalibrationProblem;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.calibration.uncertainty.Component;
import org.plinth.web.text.Texts;

/**
 * A fit as one JSON object, format 1 ({@code docs/data-format.md}, "Calibrate JSON"). Keys carry their unit; numbers have
 * full precision; what cannot be given is absent and listed under {@code withheld}. Stateless.
 */
public final class FitJson {

    static final int FORMAT = 1;

    private static final double CONFIDENCE = 0.95;

    private FitJson() {}

    /** The object on one line. */
    public static String of(String file, Evaluation evaluation, String engine, Texts texts) {
        ObjectNode json = head(file, engine);
        write(json, evaluation, texts);
        return json.toString();
    }

    /** Of points that give no curve. */
    public static String refused(String file, List<CalibrationProblem> problems, String engine, Texts texts) {
        ObjectNode json = head(file, engine).put("refused", true);
        writeProblems(json, problems, texts);
        return json.toString();
    }

    /** Of a file that gives no points. */
    public static String unusable(String file, Points points, String engine, Texts texts) {
        ObjectNode json = head(file, engine).put("refused", true);
        ArrayNode array = json.putArray("problems");
        points.problems().forEach(problem -> {
            ObjectNode one = array.addObject().put("id", problem.fault().name());
            ArrayNode lines = one.putArray("lines");
            problem.line().ifPresent(lines::add);
            one.put("text", problem.describe(texts));
        });
        return json.toString();
    }

    private static ObjectNode head(String file, String engine) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        json.putObject("engine").put("version", engine);
        return json.put("file", file);
    }

    static void write(ObjectNode json, Evaluation evaluation, Texts texts) {
        String unit = evaluation.run().readingUnit().symbol();
        json.put("readingUnit", unit)
                .put("mode", evaluation.run().mode().name())
                .put("model", evaluation.fit().model().name())
                .put("modelAdvice", evaluation.advice().name());
        writePlace(json, evaluation);
        writeCurve(json, evaluation, unit);
        writeCharacteristics(json, evaluation.characteristics());
        json.put("decision", evaluation.decision().name());
        ArrayNode shortfalls = json.putArray("shortfalls");
        new TreeSet<>(evaluation.conformity().shortfalls()).forEach(shortfall -> shortfalls.add(shortfall.name()));
        json.put("k", Budget.COVERAGE_FACTOR);
        ArrayNode points = json.putArray("points");
        evaluation.budgets().forEach(budget -> writePoint(points.addObject(), evaluation, budget, unit));
        writeReadings(json, evaluation, unit);
        writeProblems(json, evaluation.problems(), texts);
    }

    private static void writePlace(ObjectNode json, Evaluation evaluation) {
        if (evaluation.run().usesGravity()) {
            json.putObject("gravity")
                    .put("g_mps2", evaluation.run().gravity().metresPerSecondSquared())
                    .put("u_pct", 100 * evaluation.run().gravity().relativeStandardUncertainty())
                    .put("source", evaluation.run().gravity().source().name());
            json.putObject("buoyancy")
                    .put("air_kgpm3", evaluation.run().buoyancy().airDensity())
                    .put("mass_kgpm3", evaluation.run().buoyancy().massDensity());
        }
        json.putObject("resolution")
                .put("step", evaluation.inputs().step().step())
                .put("source", evaluation.inputs().step().source().name())
                .put("r_N", evaluation.characteristics().resolution());
    }

    private static void writeCurve(ObjectNode json, Evaluation evaluation, String unit) {
        CalibrationCurve curve = evaluation.fit().curve();
        List<Double> a = curve.coefficients();
        for (int i = 0; i < a.size(); i++) {
            json.put(coefficient(i, unit), a.get(i));
        }
        if (curve instanceof PiecewiseCurve piecewise) {
            ArrayNode knots = json.putArray("knots");
            piecewise.knots().forEach(knot -> knots.addObject()
                    .put("deflection_" + unit, knot.deflection())
                    .put("force_N", knot.newtons()));
        }
        json.put("zeroReading_" + unit, evaluation.zeroReading());
        json.putArray("range_" + unit)
                .add(curve.range().lowest())
                .add(curve.range().highest());
        evaluation.fit().scatter().ifPresent(scatter -> writeScatter(json, scatter, a.size(), unit));
    }

    private static void writeScatter(ObjectNode json, FitScatter scatter, int coefficients, String unit) {
        for (int i = 0; i < coefficients; i++) {
            json.put("half95_" + coefficient(i, unit), scatter.halfWidth(i, CONFIDENCE));
        }
        json.put("s_N", scatter.sd())
                .put("degreesOfFreedom", scatter.degreesOfFreedom())
                .put("sm_N", scatter.loadedSd())
                .put("llf_N", scatter.lowerLimitFactor());
    }

    /** {@code a0_N}, {@code a1_N_per_count}, {@code a2_N_per_count2}. */
    private static String coefficient(int power, String unit) {
        return switch (power) {
            case 0 -> "a0_N";
            case 1 -> "a1_N_per_" + unit;
            default -> "a" + power + "_N_per_" + unit + power;
        };
    }

    private static void writeCharacteristics(ObjectNode json, Characteristics found) {
        json.put("fullScale_N", found.fullScale())
                .put("maxResidual_N", found.largestResidual())
                .put("nonLinearity_pctFS", found.nonLinearityPercent());
        put(json, "hysteresis_N", found.hysteresis());
        put(json, "hysteresis_pctFS", found.hysteresisPercent());
        put(json, "reversibility_pct", found.reversibilityPercent());
        put(json, "repeatability_pct", found.repeatabilityPercent());
        put(json, "reproducibility_pct", found.reproducibilityPercent());
        json.put("interpolation_pct", found.interpolationPercent());
        put(json, "zeroReturn_N", found.zeroReturn());
        put(json, "zeroReturn_pctFS", found.zeroReturnPercent());
        put(json, "creep_pctFS", found.creepPercent());
        ObjectNode withheld = json.putObject("withheld");
        Map<Characteristics.Name, Characteristics.Reason> sorted = new TreeMap<>(found.withheld());
        sorted.forEach((name, reason) -> withheld.put(key(name), reason.name()));
    }

    private static String key(Characteristics.Name name) {
        return switch (name) {
            case HYSTERESIS -> "hysteresis_pctFS";
            case REPEATABILITY -> "repeatability_pct";
            case REPRODUCIBILITY -> "reproducibility_pct";
            case ZERO_RETURN -> "zeroReturn_N";
            case CREEP -> "creep_pctFS";
        };
    }

    private static void put(ObjectNode json, String key, OptionalDouble value) {
        if (value.isPresent()) {
            json.put(key, value.getAsDouble());
        }
    }

    private static void writePoint(ObjectNode json, Evaluation evaluation, Budget budget, String unit) {
        json.put("force_N", budget.newtons());
        evaluation.levels().stream()
                .filter(level -> level.newtons() == budget.newtons())
                .findFirst()
                .ifPresent(level -> json.put(
                                "deflection_" + unit, level.meanAscending().orElseThrow())
                        .put(
                                "error_N",
                                evaluation
                                                .fit()
                                                .curve()
                                                .newtons(level.meanAscending().orElseThrow())
                                        - level.newtons()));
        json.put("u_N", budget.combined()).put("U_N", budget.expanded()).put("U_isLowerBound", !budget.isComplete());
        put(json, "effectiveDegreesOfFreedom", budget.effectiveDegreesOfFreedom());
        evaluation.conformity().points().stream()
                .filter(verdict -> verdict.newtons() == budget.newtons())
                .findFirst()
                .ifPresent(verdict -> writeVerdict(json, verdict));
        ArrayNode lines = json.putArray("budget");
        budget.components().forEach(component -> writeComponent(lines.addObject(), component));
        ArrayNode missing = json.putArray("notIncluded");
        new TreeSet<>(budget.missing()).forEach(source -> missing.add(source.symbol()));
    }

    private static void writeVerdict(ObjectNode json, PointVerdict verdict) {
        json.put("limit_N", verdict.limit()).put("decision", verdict.decision().name());
    }

    private static void writeComponent(ObjectNode json, Component component) {
        json.put("symbol", component.source().symbol())
                .put("value", component.value())
                .put("unit", component.unit())
                .put("distribution", component.distribution().name())
                .put("divisor", component.divisor())
                .put("sensitivity_N", component.sensitivity())
                .put("u_N", component.standardUncertainty());
        component.degreesOfFreedom().ifPresent(freedom -> json.put("degreesOfFreedom", freedom));
    }

    private static void writeReadings(ObjectNode json, Evaluation evaluation, String unit) {
        ArrayNode readings = json.putArray("readings");
        evaluation.run().points().forEach(point -> {
            ObjectNode one = readings.addObject()
                    .put("line", point.row())
                    .put("run", point.cycle())
                    .put("direction", point.direction().name())
                    .put(
                            point.load().unit().equals("kg") ? "mass_kg" : "applied_N",
                            point.load().amount())
                    .put("force_N", evaluation.run().force(point).newtons())
                    .put("reading_" + unit, point.reading());
            put(one, "rotation_deg", point.rotationDegrees());
            put(one, "hold_s", point.holdSeconds());
            point.excluded().ifPresent(reason -> one.put("excluded", reason));
        });
    }

    static void writeProblems(ObjectNode json, List<CalibrationProblem> problems, Texts texts) {
        ArrayNode array = json.putArray("problems");
        problems.forEach(problem -> {
            ObjectNode one = array.addObject().put("id", problem.id());
            ArrayNode lines = one.putArray("lines");
            problem.rows().forEach(lines::add);
            one.put("text", ProblemWords.of(problem, texts));
        });
    }
}
