package org.plinth.web.calibration;

import java.util.List;
import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.web.chart.ResidualPlot;
import org.plinth.web.text.Texts;

/** From an evaluation to its plot of residuals. */
public final class ResidualPlots {

    private ResidualPlots() {}

    /** The plot, with its words. */
    public static ResidualPlot of(Evaluation evaluation, Texts texts) {
        CalibrationCurve curve = evaluation.fit().curve();
        return new ResidualPlot(
                texts.text("calibration.chart.title"),
                words(evaluation, texts),
                evaluation.levels().stream()
                        .flatMap(level -> dots(level.ascending(), curve).stream())
                        .toList(),
                evaluation.levels().stream()
                        .flatMap(level -> dots(level.descending(), curve).stream())
                        .toList(),
                evaluation.budgets().stream()
                        .map(budget -> new ResidualPlot.Band(budget.newtons(), budget.expanded()))
                        .toList());
    }

    /** What it shows, in one sentence. */
    static String words(Evaluation evaluation, Texts texts) {
        return texts.text(
                "calibration.chart.words",
                Rounded.decimals(evaluation.characteristics().largestResidual(), 3),
                evaluation.levels().stream()
                        .filter(level -> !level.ascending().isEmpty())
                        .count(),
                Rounded.uncertainty(evaluation
                        .budgets()
                        .get(evaluation.budgets().size() - 1)
                        .expanded()));
    }

    private static List<ResidualPlot.Dot> dots(List<Deflection> points, CalibrationCurve curve) {
        return points.stream()
                .map(point -> new ResidualPlot.Dot(point.newtons(), curve.newtons(point.value()) - point.newtons()))
                .toList();
    }
}
