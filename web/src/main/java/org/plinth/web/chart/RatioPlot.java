package org.plinth.web.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.OutcomeSeries.SymmetryPoint;
import org.plinth.web.text.Texts;

/**
 * Ratios of the two legs over time. Both charts of ratios have the same axes, so that one can be read beside the other: 60 to
 * 120 %, more where a bar or a value needs it, over all days that either shows.
 */
final class RatioPlot {

    private static final double LEAST_TOP_PERCENT = 120;
    private static final double LEAST_BOTTOM_PERCENT = 60;
    private static final double STEP_PERCENT = 10;
    private static final int LINE_PX = 19;

    /** So that the newest value, and the words of the reference line, stand beside the newest bar. */
    private static final double LABEL_ROOM = 0.08;

    private final OutcomeSeries series;
    private final List<SymmetryPoint> points;
    private final ChartStyle style;
    private final DateAxis time;

    RatioPlot(OutcomeSeries series, List<SymmetryPoint> points, ChartStyle style) {
        this.series = series;
        this.points = points;
        this.style = style;
        this.time = TimeAxis.of(dates(), LABEL_ROOM, style.size() == Size.WIDE ? 8 : 3, style);
    }

    /** The plot with its marks, the quiet lines of the timeline behind them. */
    XYPlot plot(String axis, Texts texts) {
        double low = lowest();
        double high = highest();
        double step = high - low > 90 ? 2 * STEP_PERCENT : STEP_PERCENT;
        NumberAxis percent = Plots.numbers(axis, low, high, step, style);
        XYPlot plot = new XYPlot(
                SymmetryMarks.data(points), time, percent, new SymmetryMarks(points, style, plotWidth() * 0.8));
        Plots.quiet(plot, style);
        plot.setFixedRangeAxisSpace(Plots.axisSpace());
        Strip.behind(plot.getRenderer(), series.timeline(), low, high, style);
        if (points.isEmpty()) {
            plot.addAnnotation(
                    Plots.nothing(texts.text("page.unknown.notmeasured"), time.getRange(), percent.getRange(), style));
        }
        return plot;
    }

    /** The picture: a heading, a remark under it, the marks of the timeline, the plot. */
    Picture picture(XYPlot plot, List<String> heading, List<String> remark) {
        Strip strip = Strip.of(series.timeline(), time.getRange(), plotWidth(), style);
        int above = (heading.size() + remark.size()) * LINE_PX + strip.height();
        Dimension room = new Dimension(style.size().width, style.size().symmetryHeight + above);
        return new Picture(room, g -> {
            Picture.paper(g, room, style);
            lines(g, heading, style.strong(), 0);
            lines(g, remark, style.text(), heading.size());
            strip.draw(g, Plots.draw(g, Plots.chart(plot, style), room, above).getDataArea());
        });
    }

    /** Room for words above the plot [px]. */
    double headWidth() {
        return style.size().width - 2.0 * Plots.BESIDE_PX;
    }

    private void lines(Graphics2D g, List<String> lines, Font font, int above) {
        g.setPaint(style.theme().ink);
        g.setFont(font);
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), Plots.BESIDE_PX / 2f, (above + i + 1) * LINE_PX - 3f);
        }
    }

    private double plotWidth() {
        return style.size().width - Plots.BESIDE_PX - Plots.AXIS_PX;
    }

    private List<LocalDate> dates() {
        return Stream.of(
                        series.symmetry().stream().map(SymmetryPoint::date),
                        against().map(OutcomeSeries.AgainstPoint::date),
                        series.timeline().dates().stream())
                .flatMap(all -> all)
                .toList();
    }

    private Stream<OutcomeSeries.AgainstPoint> against() {
        return series.against().stream().flatMap(all -> all.points().stream());
    }

    private double lowest() {
        double low = values(OutcomeSeries.Bars::low95).min().orElse(LEAST_BOTTOM_PERCENT);
        return Math.max(0, Math.min(LEAST_BOTTOM_PERCENT, Math.floor((low - 2) / STEP_PERCENT) * STEP_PERCENT));
    }

    private double highest() {
        double high = values(OutcomeSeries.Bars::high95).max().orElse(LEAST_TOP_PERCENT);
        return Math.max(LEAST_TOP_PERCENT, Math.ceil((high + 2) / STEP_PERCENT) * STEP_PERCENT);
    }

    private DoubleStream values(java.util.function.Function<OutcomeSeries.Bars, Double> end) {
        return DoubleStream.concat(
                series.symmetry().stream()
                        .mapToDouble(point -> point.bars().map(end).orElse(point.percent())),
                against().mapToDouble(OutcomeSeries.AgainstPoint::percent));
    }
}
