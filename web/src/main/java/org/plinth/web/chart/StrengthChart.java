package org.plinth.web.chart;

import java.awt.Dimension;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
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

    private static final int GAP_PX = 64;

    private final Texts texts;

    StrengthChart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "strength";
    }

    @Override
    public Picture of(OutcomeSeries series, ChartStyle style) {
        boolean wide = style.size() == Size.WIDE;
        double width = wide ? (plotWidth(style) - GAP_PX) / 2.0 : plotWidth(style);
        Strip strip = Strip.of(series.timeline(), TimeAxis.range(dates(series)), width, style);
        Plot plot = wide ? beside(series, style) : stacked(series, style);
        Dimension room = new Dimension(style.size().width, style.size().strengthHeight + strip.height());
        return new Picture(room, g -> {
            Picture.paper(g, room, style);
            PlotRenderingInfo drawn = Plots.draw(g, Plots.chart(plot, style), room, strip.height());
            for (int i = 0; i < (wide ? drawn.getSubplotCount() : 1); i++) {
                strip.draw(g, drawn.getSubplotInfo(i).getDataArea());
            }
        });
    }

    private static double plotWidth(ChartStyle style) {
        return style.size().width - Plots.BESIDE_PX - Plots.AXIS_PX;
    }

    private Plot beside(OutcomeSeries series, ChartStyle style) {
        CombinedRangeXYPlot all = new CombinedRangeXYPlot(force(series, style, 5));
        all.setGap(GAP_PX);
        all.setFixedRangeAxisSpace(Plots.axisSpace());
        for (OutcomeSeries.Panel panel : series.sides()) {
            all.add(panel(series, panel, time(series, style), style));
        }
        return all;
    }

    private Plot stacked(OutcomeSeries series, ChartStyle style) {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(time(series, style));
        all.setGap(16);
        for (OutcomeSeries.Panel panel : series.sides()) {
            XYPlot plot = panel(series, panel, null, style);
            plot.setRangeAxis(force(series, style, 4));
            plot.setFixedRangeAxisSpace(Plots.axisSpace());
            all.add(plot);
        }
        return all;
    }

    private XYPlot panel(
            OutcomeSeries series,
            OutcomeSeries.Panel panel,
            @org.jspecify.annotations.Nullable DateAxis time,
            ChartStyle style) {
        double top = top(series);
        XYPlot plot = new SidePanel(texts, series.unit(), style).plot(panel, time, top, TimeAxis.range(dates(series)));
        Strip.behind(plot.getRenderer(), series.timeline(), 0, top, style);
        return plot;
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
        Stream<LocalDate> tests = series.sides().stream()
                .flatMap(panel -> panel.segments().stream())
                .flatMap(segment -> segment.points().stream())
                .map(OutcomeSeries.Point::date);
        return Stream.concat(tests, series.timeline().dates().stream()).toList();
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

    /** The highest value or edge of a band [N]. */
    static double greatest(OutcomeSeries.Segment segment) {
        double points = segment.points().stream()
                .mapToDouble(OutcomeSeries.Point::newtons)
                .max()
                .orElse(0);
        return Math.max(
                points, segment.band().map(OutcomeSeries.Band::highNewtons).orElse(0.0));
    }
}
