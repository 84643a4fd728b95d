package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.conformity.PointVerdict;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.EvaluationOutcome;
import org.plinth.calibration.problem.CalibrationProblem;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.calibration.uncertainty.Component;
import org.plinth.web.calibration.ResidualPlots;
import org.plinth.web.chart.ResidualChart;
import org.plinth.web.chart.ResidualPlot;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Linked;

/** A run's evaluation as pages show it. */
record EvaluationViews(Texts texts) {

    EvaluationView of(EvaluationOutcome outcome, Optional<Conformity> found, String chartHref) {
        if (outcome instanceof EvaluationOutcome.Refused refused) {
            return refused(refused.problems());
        }
        Evaluation evaluation = ((EvaluationOutcome.Evaluated) outcome).evaluation();
        ResidualPlot plot = ResidualPlots.of(evaluation, texts);
        return new EvaluationView(
                Optional.of(decision(evaluation.conformity())),
                evaluation.problems().stream().map(this::sentence).toList(),
                facts(evaluation, found),
                Optional.of(new ChartView(
                        chartHref, plot.title(), plot.description(), ResidualChart.WIDTH_PX, ResidualChart.HEIGHT_PX)),
                Optional.of(points(evaluation)),
                Optional.of(budget(evaluation)));
    }

    /** What is wrong with points although others are still to come: what only the missing ones would mend is left out. */
    EvaluationView early(EvaluationOutcome outcome) {
        List<CalibrationProblem> problems = outcome instanceof EvaluationOutcome.Refused refused
                ? refused.problems()
                : ((EvaluationOutcome.Evaluated) outcome).evaluation().problems();
        return refused(problems.stream()
                .filter(problem -> !(problem instanceof CalibrationProblem.TooFewLoads)
                        && !(problem instanceof CalibrationProblem.NoDescending)
                        && !(problem instanceof CalibrationProblem.CurveTurns))
                .toList());
    }

    private EvaluationView refused(List<CalibrationProblem> problems) {
        return new EvaluationView(
                Optional.empty(),
                problems.stream().map(this::sentence).toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Which point, why, and what would mend it here; the command has options where the bench has buttons. */
    private Linked sentence(CalibrationProblem problem) {
        return Linked.words(
                texts.text("sensor.problem." + problem.id(), problem.arguments().toArray()));
    }

    /** "Within its limits, even if it errs by all of its uncertainty." and why not. */
    String decision(Conformity conformity) {
        List<String> said = new ArrayList<>();
        said.add(texts.text("sensor.decision." + conformity.decision().name()));
        conformity.shortfalls().stream()
                .sorted()
                .forEach(shortfall -> said.add(texts.text("calibration.shortfall." + shortfall.name())));
        return String.join(" ", said);
    }

    private List<Fact> facts(Evaluation evaluation, Optional<Conformity> found) {
        Characteristics of = evaluation.characteristics();
        String unit = evaluation.run().readingUnit().symbol();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                "model", texts.text("sensor.model." + evaluation.fit().model().name())));
        List<Double> coefficients = evaluation.fit().curve().coefficients();
        for (int i = 0; i < coefficients.size(); i++) {
            facts.add(fact("coefficient." + i, SensorParts.exact(coefficients.get(i)), unit));
        }
        facts.add(fact("zero", SensorParts.exact(evaluation.zeroReading()) + " " + unit));
        facts.add(fact("residual", SensorParts.number(of.largestResidual(), 3) + " N"));
        facts.add(fact("nonlinearity", SensorParts.number(of.nonLinearityPercent(), 3) + " %"));
        facts.add(fact("hysteresis", percent(of.hysteresisPercent())));
        facts.add(fact("repeatability", percent(of.repeatabilityPercent())));
        facts.add(fact("reproducibility", percent(of.reproducibilityPercent())));
        facts.add(fact("creep", percent(of.creepPercent())));
        facts.add(fact(
                "zeroreturn",
                of.zeroReturn().isPresent()
                        ? SensorParts.number(of.zeroReturn().getAsDouble(), 3) + " N"
                        : texts.text("sensor.notdetermined")));
        found.ifPresent(conformity -> facts.add(fact("found", decision(conformity))));
        return facts;
    }

    private String percent(OptionalDouble value) {
        return value.isPresent()
                ? SensorParts.number(value.getAsDouble(), 3) + " %"
                : texts.text("sensor.notdetermined");
    }

    private Fact fact(String key, String value, Object... arguments) {
        return new Fact(texts.text("sensor.fit." + key, arguments), value);
    }

    private TableView points(Evaluation evaluation) {
        return new TableView(
                texts.text("sensor.points.errors"),
                heads("load", "error", "uncertainty", "limit", "outcome"),
                evaluation.conformity().points().stream().map(this::point).toList(),
                texts.text("sensor.points.none"));
    }

    private TableView.Row point(PointVerdict point) {
        return TableView.Row.of(
                SensorParts.newtons(point.newtons()),
                SensorParts.number(point.error(), 3) + " N",
                SensorParts.number(point.expandedUncertainty(), 3) + " N",
                SensorParts.newtons(point.limit()),
                texts.text("sensor.verdict." + point.decision().name()));
    }

    private TableView budget(Evaluation evaluation) {
        List<TableView.Row> rows = new ArrayList<>();
        for (Budget budget : evaluation.budgets()) {
            for (Component line : budget.components()) {
                rows.add(TableView.Row.of(
                        SensorParts.newtons(budget.newtons()),
                        texts.text("calibration.component." + line.source().name()),
                        texts.text("calibration.distribution."
                                + line.distribution().name()),
                        SensorParts.number(line.standardUncertainty(), 4) + " N"));
            }
            rows.add(TableView.Row.of(
                    SensorParts.newtons(budget.newtons()),
                    texts.text("sensor.source.ALL"),
                    texts.text(budget.isComplete() ? "sensor.budget.whole" : "sensor.budget.bound"),
                    SensorParts.number(budget.expanded(), 4) + " N"));
        }
        return new TableView(
                texts.text("sensor.budget"),
                heads("load", "source", "distribution", "u"),
                rows,
                texts.text("sensor.points.none"));
    }

    private List<String> heads(String... keys) {
        return Arrays.stream(keys).map(key -> texts.text("sensor.head." + key)).toList();
    }
}
