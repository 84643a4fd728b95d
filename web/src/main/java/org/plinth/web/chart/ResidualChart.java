package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.ChartStyle.Theme;
import org.plinth.web.text.Texts;

/**
 * Draws residuals of a calibration: filled dots on the way up, hollow diamonds on the way down, a bar of ± U at each load. For
 * print and for the screen. Any thread; drawing takes some milliseconds of a worker's time.
 */
public final class ResidualChart {

    /** Size of the wide picture [px]. */
    public static final int WIDTH_PX = 920;

    /** Height of the picture [px]. */
    public static final int HEIGHT_PX = 320;

    private static final double ROOM = 1.25;
    private static final double BEYOND_LAST = 1.06;

    /** Room for what is drawn at no load, so that it is not cut in half. */
    private static final double BEFORE_FIRST = -0.02;

    private static final double DOT_PX = 6;
    private static final float BAR_PX = 9f;

    private final Texts texts;
    private final Faces faces;

    /** With the texts of its axes. */
    public ResidualChart(Texts texts) {
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        this.texts = texts;
        this.faces = Faces.bundled();
    }

    /** A stand-alone SVG; {@code prefix} keeps its ids apart from those of other pictures on the page. */
    public String svg(ResidualPlot plot, boolean dark, boolean narrow, String prefix) {
        ChartStyle style = new ChartStyle(dark ? Theme.DARK : Theme.LIGHT, narrow ? Size.NARROW : Size.WIDE, faces);
        Dimension room = new Dimension(style.size().width, HEIGHT_PX);
        return SvgPicture.of(chart(plot, style), room, plot.title(), plot.description(), prefix);
    }

    /** Draws the light one into this room. */
    public void draw(ResidualPlot plot, Graphics2D canvas, Rectangle2D room) {
        chart(plot, new ChartStyle(Theme.LIGHT, Size.WIDE, faces)).draw(canvas, room);
    }

    private JFreeChart chart(ResidualPlot plot, ChartStyle style) {
        double widest = ROOM * greatestError(plot);
        double last = BEYOND_LAST * greatestLoad(plot);
        double first = BEFORE_FIRST * last;
        NumberAxis force = Plots.numbers(
                texts.text("calibration.chart.force"),
                first,
                last,
                Plots.step(last, style.size() == Size.NARROW ? 4 : 10),
                style);
        NumberAxis error =
                Plots.numbers(texts.text("calibration.chart.error"), -widest, widest, Plots.step(2 * widest, 6), style);
        XYLineAndShapeRenderer marks = marks(style);
        XYPlot area = new XYPlot(data(plot), force, error, marks);
        Plots.quiet(area, style);
        for (ResidualPlot.Band band : plot.bands()) {
            marks.addAnnotation(
                    new XYLineAnnotation(
                            band.newtons(),
                            -band.expanded(),
                            band.newtons(),
                            band.expanded(),
                            bar(),
                            style.theme().band),
                    Layer.BACKGROUND);
        }
        marks.addAnnotation(
                new XYLineAnnotation(first, 0, last, 0, new BasicStroke(1.2f), style.theme().muted), Layer.BACKGROUND);
        area.addAnnotation(Plots.text(
                texts.text("calibration.chart.key"),
                first,
                widest * 0.98,
                TextAnchor.TOP_LEFT,
                style.theme().ink,
                style.text()));
        area.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        return Plots.chart(area, style);
    }

    private static BasicStroke bar() {
        return new BasicStroke(BAR_PX, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    private static XYSeriesCollection data(ResidualPlot plot) {
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(series("up", plot.up()));
        data.addSeries(series("down", plot.down()));
        return data;
    }

    private static XYSeries series(String key, List<ResidualPlot.Dot> dots) {
        XYSeries series = new XYSeries(key, false, true);
        dots.forEach(dot -> series.add(dot.newtons(), dot.error()));
        return series;
    }

    private static XYLineAndShapeRenderer marks(ChartStyle style) {
        XYLineAndShapeRenderer marks = new XYLineAndShapeRenderer(false, true);
        double half = DOT_PX / 2;
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -half - 1);
        diamond.lineTo(half + 1, 0);
        diamond.lineTo(0, half + 1);
        diamond.lineTo(-half - 1, 0);
        diamond.closePath();
        marks.setSeriesShape(0, new Ellipse2D.Double(-half, -half, DOT_PX, DOT_PX));
        marks.setSeriesShape(1, diamond);
        marks.setUseFillPaint(true);
        marks.setUseOutlinePaint(true);
        marks.setSeriesFillPaint(0, style.theme().ink);
        marks.setSeriesFillPaint(1, style.theme().paper);
        for (int i = 0; i < 2; i++) {
            marks.setSeriesOutlinePaint(i, style.theme().ink);
            marks.setSeriesOutlineStroke(i, new BasicStroke(1.4f));
        }
        return marks;
    }

    private static double greatestError(ResidualPlot plot) {
        double dots = Stream.concat(plot.up().stream(), plot.down().stream())
                .mapToDouble(dot -> Math.abs(dot.error()))
                .max()
                .orElse(0);
        double bands = plot.bands().stream()
                .mapToDouble(ResidualPlot.Band::expanded)
                .max()
                .orElse(0);
        return Math.max(Math.max(dots, bands), 1e-6);
    }

    private static double greatestLoad(ResidualPlot plot) {
        return DoubleStream.concat(
                        plot.up().stream().mapToDouble(ResidualPlot.Dot::newtons),
                        plot.bands().stream().mapToDouble(ResidualPlot.Band::newtons))
                .max()
                .orElse(1);
    }
}
