package org.plinth.web.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/** What the charts share: plain paper, one set of quiet lines, text of one face. */
final class Plots {

    /** What stands left and right of plot and axis in a chart: its padding, and the plot's own insets [px]. */
    static final int BESIDE_PX = 4 + 32 + 2 * 8;

    /** Room for an axis of numbers with its words [px]: fixed, so that marks above a plot stand where they should. */
    static final int AXIS_PX = 52;

    private Plots() {}

    static AxisSpace axisSpace() {
        AxisSpace space = new AxisSpace();
        space.setLeft(AXIS_PX);
        return space;
    }

    /** Draws a chart below so much free room, and says where its plots are. */
    static PlotRenderingInfo draw(Graphics2D g, JFreeChart chart, Dimension room, int above) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g, new Rectangle2D.Double(0, above, room.width, room.height - above), null, info);
        return info.getPlotInfo();
    }

    /** Words in the middle of a plot without values. */
    static XYTextAnnotation nothing(String words, Range across, Range up, ChartStyle style) {
        return text(
                words,
                across.getCentralValue(),
                up.getCentralValue(),
                TextAnchor.CENTER,
                style.theme().muted,
                style.text());
    }

    static JFreeChart chart(Plot plot, ChartStyle style) {
        JFreeChart chart = new JFreeChart(null, style.text(), plot, false);
        chart.setBackgroundPaint(style.theme().paper);
        chart.setPadding(new RectangleInsets(6, 4, 4, 32));
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(style.theme().paper);
        return chart;
    }

    static void quiet(XYPlot plot, ChartStyle style) {
        plot.setBackgroundPaint(style.theme().paper);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(style.theme().line);
        plot.setRangeGridlineStroke(new java.awt.BasicStroke(1f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    /** An axis of numbers; without words where they stand elsewhere. */
    static NumberAxis numbers(@Nullable String label, double low, double high, double step, ChartStyle style) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(low, high);
        axis.setTickUnit(
                new NumberTickUnit(step, new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        axis.setLabelFont(style.text());
        axis.setLabelPaint(style.theme().muted);
        axis.setTickLabelFont(style.text());
        axis.setTickLabelPaint(style.theme().muted);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    /** A step of 1, 2 or 5 times a power of ten that gives at most {@code ticks} over {@code span}. */
    static double step(double span, int ticks) {
        double raw = Math.max(span, 1e-9) / ticks;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    static XYTextAnnotation text(String text, double x, double y, TextAnchor anchor, Color ink, java.awt.Font font) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
        annotation.setTextAnchor(anchor);
        annotation.setPaint(ink);
        annotation.setFont(font);
        return annotation;
    }
}
