package org.plinth.web.chart;

import java.awt.Dimension;
import java.time.LocalDate;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.text.Texts;

/**
 * Force of left and right over time, each with the measurement error round its baseline, on one scale that begins at
 * zero. Panels stand beside each other, or one above the other where there is little room.
 */
final class StrengthChart implements OutcomeChart {

    /** Room above the highest mark for the panel's name, as a share of the scale. */
    private static final double HEADROOM = 1.24;

    private final Texts texts;

    StrengthChart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "strength";
    }

    @Override
    public Dimension room(ChartStyle style) {
        return new Dimension(style.size().width, style.size().strengthHeight);
    }

    @Override
    public JFreeChart of(OutcomeSeries series, ChartStyle style) {
        return style.size() == Size.WIDE ? beside(series, style) : stacked(series, style);
    }

    private JFreeChart beside(OutcomeSeries series, ChartStyle style) {
        CombinedRangeXYPlot all = new CombinedRangeXYPlot(force(series, style, 5));
        all.setGap(64);
        for (OutcomeSeries.Panel panel : series.sides()) {
            all.add(panel(series, panel, time(series, style), style));
        }
        return Plots.chart(all, style);
    }

    private JFreeChart stacked(OutcomeSeries series, ChartStyle style) {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(time(series, style));
        all.setGap(16);
        for (OutcomeSeries.Panel panel : series.sides()) {
            XYPlot plot = panel(series, panel, null, style);
            plot.setRangeAxis(force(series, style, 4));
            all.add(plot);
        }
        return Plots.chart(all, style);
    }

    private XYPlot panel(
            OutcomeSeries series,
            OutcomeSeries.Panel panel,
            @org.jspecify.annotations.Nullable DateAxis time,
            ChartStyle style) {
        return new SidePanel(texts, series.unit(), style).plot(panel, time, top(series), TimeAxis.range(dates(series)));
    }

    private static DateAxis time(OutcomeSeries series, ChartStyle style) {
        return TimeAxis.of(dates(series), style.size() == Size.WIDE ? 4 : 3, style);
    }

    private NumberAxis force(OutcomeSeries series, ChartStyle style, int ticks) {
        double top = top(series);
        String label = texts.text(
                "page.chart.axis.force", texts.text("page.unit." + series.unit().symbol()));
        return Plots.numbers(label, 0, top, Plots.step(top, ticks), style);
    }

    private static List<LocalDate> dates(OutcomeSeries series) {
        return series.sides().stream()
                .flatMap(panel -> panel.segments().stream())
                .flatMap(segment -> segment.points().stream())
                .map(OutcomeSeries.Point::date)
                .toList();
    }

    /** One scale for both sides, in the shown unit. */
    private static double top(OutcomeSeries series) {
        double greatest = series.sides().stream()
                .flatMap(panel -> panel.segments().stream())
                .mapToDouble(StrengthChart::greatest)
                .max()
                .orElse(100);
        return Math.max(greatest, 10) / series.unit().newtonsPerUnit() * HEADROOM;
    }

    private static double greatest(OutcomeSeries.Segment segment) {
        double points = segment.points().stream()
                .mapToDouble(OutcomeSeries.Point::newtons)
                .max()
                .orElse(0);
        return Math.max(
                points, segment.band().map(OutcomeSeries.Band::highNewtons).orElse(0.0));
    }
}
