package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.ChartStyle.Theme;
import org.plinth.web.text.Texts;

/**
 * Draws how many still wait, as a falling staircase in ink with its 95 % interval as a grey band. Neither side's colour: it is of a
 * group. Any thread; drawing takes some milliseconds of a worker's time.
 */
public final class WaitingChart {

    /** Size of the wide picture [px]. */
    public static final int WIDTH_PX = 920;

    /** Height of the picture [px]. */
    public static final int HEIGHT_PX = 320;

    private static final double WHOLE = 100;
    private static final double ROOM_ABOVE = 105;
    private static final double LEAST_DAYS = 28;
    private static final float LINE_PX = 2.25f;

    private final Texts texts;
    private final Faces faces;

    /** With the texts of its axes. */
    public WaitingChart(Texts texts) {
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        this.texts = texts;
        this.faces = Faces.bundled();
    }

    /** A stand-alone SVG; {@code prefix} keeps its ids apart from those of other pictures on the page. */
    public String svg(WaitingPlot plot, boolean dark, boolean narrow, String prefix) {
        ChartStyle style = new ChartStyle(dark ? Theme.DARK : Theme.LIGHT, narrow ? Size.NARROW : Size.WIDE, faces);
        Dimension room = new Dimension(style.size().width, HEIGHT_PX);
        return SvgPicture.of(chart(plot, style), room, plot.title(), plot.description(), prefix);
    }

    private JFreeChart chart(WaitingPlot plot, ChartStyle style) {
        double last = Math.max(LEAST_DAYS, plot.lastDay());
        boolean narrow = style.size() == Size.NARROW;
        NumberAxis days = Plots.numbers(
                texts.text("outcome.chart.days"), 0, last * 1.02, Plots.step(last, narrow ? 4 : 10), style);
        NumberAxis share = Plots.numbers(texts.text("outcome.chart.waiting"), 0, ROOM_ABOVE, 20, style);
        XYStepRenderer line = new XYStepRenderer();
        line.setSeriesPaint(0, style.theme().ink);
        line.setSeriesStroke(0, new BasicStroke(LINE_PX, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        XYPlot area = new XYPlot(data(plot, last), days, share, line);
        Plots.quiet(area, style);
        line.addAnnotation(
                new XYPolygonAnnotation(
                        band(plot, last), new BasicStroke(0.1f), style.theme().band, style.theme().band),
                Layer.BACKGROUND);
        if (plot.steps().isEmpty()) {
            area.addAnnotation(
                    Plots.nothing(texts.text("outcome.chart.none"), new Range(0, last), new Range(0, WHOLE), style));
        }
        return Plots.chart(area, style);
    }

    private static XYSeriesCollection data(WaitingPlot plot, double last) {
        XYSeries series = new XYSeries("waiting", false, true);
        series.add(0, WHOLE);
        plot.steps().forEach(step -> series.add(step.days(), step.waitingPercent()));
        if (!plot.steps().isEmpty()) {
            series.add(last, plot.steps().get(plot.steps().size() - 1).waitingPercent());
        }
        return new XYSeriesCollection(series);
    }

    /** Along the upper ends and back along the lower ones, up to the day from which no interval is known. */
    static double[] band(WaitingPlot plot, double last) {
        List<double[]> up = new ArrayList<>(List.of(new double[] {0, WHOLE}));
        List<double[]> down = new ArrayList<>(List.of(new double[] {0, WHOLE}));
        double high = WHOLE;
        double low = WHOLE;
        double end = last;
        for (WaitingPlot.Step step : plot.steps()) {
            up.add(new double[] {step.days(), high});
            down.add(new double[] {step.days(), low});
            if (step.band().isEmpty()) {
                end = step.days();
                break;
            }
            high = step.band().get().highPercent();
            low = step.band().get().lowPercent();
            up.add(new double[] {step.days(), high});
            down.add(new double[] {step.days(), low});
        }
        up.add(new double[] {end, high});
        down.add(new double[] {end, low});
        for (int i = down.size() - 1; i >= 0; i--) {
            up.add(down.get(i));
        }
        return up.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
