package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.time.LocalDate;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.text.Texts;

/**
 * Limb symmetry over time: a thick bar that decides the state (80 %), a thin one (95 %), and the clinic's reference
 * line. The axis shows 60 to 120 % and grows where a bar needs more.
 */
final class SymmetryChart implements OutcomeChart {

    private static final double LEAST_TOP_PERCENT = 120;
    private static final double LEAST_BOTTOM_PERCENT = 60;
    private static final double STEP_PERCENT = 10;

    /** So that the words of the reference line stand beside the newest bar. */
    private static final double LABEL_ROOM = 0.08;

    private final Texts texts;

    SymmetryChart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "symmetry";
    }

    @Override
    public Dimension room(ChartStyle style) {
        return new Dimension(style.size().width, style.size().symmetryHeight);
    }

    @Override
    public JFreeChart of(OutcomeSeries series, ChartStyle style) {
        double low = lowest(series.symmetry());
        double high = highest(series.symmetry());
        double step = high - low > 90 ? 2 * STEP_PERCENT : STEP_PERCENT;
        NumberAxis percent = Plots.numbers(texts.text("page.chart.axis.symmetry"), low, high, step, style);
        List<LocalDate> dates = series.symmetry().stream()
                .map(OutcomeSeries.SymmetryPoint::date)
                .toList();
        boolean wide = style.size() == Size.WIDE;
        XYPlot plot = new XYPlot(
                SymmetryMarks.data(series.symmetry()),
                wide ? TimeAxis.of(dates, LABEL_ROOM, 8, style) : TimeAxis.of(dates, 3, style),
                percent,
                new SymmetryMarks(series.symmetry(), style));
        Plots.quiet(plot, style);
        series.thresholdPercent().ifPresent(line -> reference(plot, series, line, style));
        series.symmetry().stream().reduce((a, b) -> b).ifPresent(last -> label(plot, last, style));
        return Plots.chart(plot, style);
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

    private void label(XYPlot plot, OutcomeSeries.SymmetryPoint last, ChartStyle style) {
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

    private static double lowest(List<OutcomeSeries.SymmetryPoint> points) {
        double low = points.stream()
                .mapToDouble(p -> p.bars().map(OutcomeSeries.Bars::low95).orElse(p.percent()))
                .min()
                .orElse(LEAST_BOTTOM_PERCENT);
        return Math.max(0, Math.min(LEAST_BOTTOM_PERCENT, Math.floor((low - 2) / STEP_PERCENT) * STEP_PERCENT));
    }

    private static double highest(List<OutcomeSeries.SymmetryPoint> points) {
        double high = points.stream()
                .mapToDouble(p -> p.bars().map(OutcomeSeries.Bars::high95).orElse(p.percent()))
                .max()
                .orElse(LEAST_TOP_PERCENT);
        return Math.max(LEAST_TOP_PERCENT, Math.ceil((high + 2) / STEP_PERCENT) * STEP_PERCENT);
    }
}
