package org.plinth.web.chart;

import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** What both outcome charts share: plain paper, one set of quiet lines, text of one face. */
final class Plots {

    private Plots() {}

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

    static NumberAxis numbers(String label, double low, double high, double step, ChartStyle style) {
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
