package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.text.Texts;

/**
 * Limb symmetry over time: a thick bar that decides the state (80 %), a thin one (95 %), and the clinic's reference
 * line. The axis shows 60 to 120 % and grows where a bar needs more.
 */
final class SymmetryChart implements OutcomeChart {

    private final Texts texts;

    SymmetryChart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "symmetry";
    }

    @Override
    public Picture of(OutcomeSeries series, ChartStyle style) {
        RatioPlot ratios = new RatioPlot(series, series.symmetry(), style);
        XYPlot plot = ratios.plot(texts.text("page.chart.axis.symmetry"), texts);
        series.thresholdPercent().ifPresent(line -> reference(plot, series, line, style));
        series.symmetry().stream().reduce((a, b) -> b).ifPresent(last -> label(plot, last, texts, style));
        return ratios.picture(plot, List.of(), List.of());
    }

    private void reference(XYPlot plot, OutcomeSeries series, double percent, ChartStyle style) {
        double from = plot.getDomainAxis().getLowerBound();
        double to = plot.getDomainAxis().getUpperBound();
        BasicStroke dashes =
                new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 3}, 0);
        plot.addAnnotation(new XYLineAnnotation(from, percent, to, percent, dashes, style.theme().ink));
        if (style.size() == Size.NARROW) {
            return; // no room for words between the bars; the caption names the line
        }
        // On the other side of the line from the newest value, whose label ends there too.
        boolean below = series.symmetry().stream()
                .reduce((a, b) -> b)
                .map(last -> last.percent() >= percent)
                .orElse(false);
        plot.addAnnotation(Plots.text(
                texts.text("page.chart.reference", Long.toString(Math.round(percent))),
                to - (to - from) * 0.005,
                below ? percent - 0.8 : percent + 0.8,
                below ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT,
                style.theme().muted,
                style.text()));
    }

    /** The newest value in words beside its mark. */
    static void label(XYPlot plot, OutcomeSeries.SymmetryPoint last, Texts texts, ChartStyle style) {
        double span =
                plot.getDomainAxis().getUpperBound() - plot.getDomainAxis().getLowerBound();
        plot.addAnnotation(Plots.text(
                texts.text("page.chart.percent", Long.toString(Math.round(last.percent()))),
                TimeAxis.at(last.date()) + span * (style.size() == Size.WIDE ? 0.012 : 0.03),
                last.percent(),
                TextAnchor.CENTER_LEFT,
                style.theme().ink,
                style.strong()));
    }
}
