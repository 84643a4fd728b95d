package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Ellipse2D;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.ChartStyle.Theme;
import org.plinth.web.text.Texts;

/** Chart of a sensor: its checks over time. Pictures as SVG; any thread. */
public final class BenchCharts {

    /** Size of the wide picture [px]. */
    public static final int WIDTH_PX = 920;

    /** Size of the wide picture [px]. */
    public static final int HEIGHT_PX = 260;

    private static final double MARK_PX = 9;
    private static final float[] DASHES = {5, 4};

    private final Texts texts;
    private final Faces faces;

    /** With words from this catalogue. */
    public BenchCharts(Texts texts) {
        this.texts = texts;
        this.faces = Faces.bundled();
    }

    /**
     * A check.
     *
     * @param date when
     * @param percent change against the reference [%]
     * @param hollow whether it did not pass
     */
    public record Check(LocalDate date, double percent, boolean hollow) {}

    /**
     * Lines of a control chart.
     *
     * @param centre [%]
     * @param warning half distance of the warning lines [%]
     * @param action half distance of the action lines [%]
     */
    public record Lines(double centre, double warning, double action) {}

    /** Changes over time with the limit of the check, and the lines of the chart where there are enough checks. */
    public String checks(List<Check> checks, double limitPercent, Optional<Lines> lines, boolean dark, boolean narrow) {
        ChartStyle style = style(dark, narrow);
        List<LocalDate> dates = checks.stream().map(Check::date).toList();
        double top = Math.max(
                1.4 * limitPercent,
                1.2
                        * checks.stream()
                                .mapToDouble(one -> Math.abs(one.percent()))
                                .max()
                                .orElse(0));
        ValueAxis time = TimeAxis.of(dates, narrow ? 3 : 6, style);
        double[] x = dates.stream().mapToDouble(TimeAxis::at).toArray();
        double[] y = checks.stream().mapToDouble(Check::percent).toArray();
        boolean[] hollow = new boolean[y.length];
        for (int i = 0; i < hollow.length; i++) {
            hollow[i] = checks.get(i).hollow();
        }
        XYPlot plot = plot(time, axis("sensor.chart.axis.change", top, style), x, y, hollow, true, style);
        level(plot, limitPercent, texts.text("sensor.chart.limit"), time, style.theme().ink, style);
        level(plot, -limitPercent, "", time, style.theme().ink, style);
        lines.ifPresent(known -> {
            level(
                    plot,
                    known.centre() + known.action(),
                    texts.text("sensor.chart.action"),
                    time,
                    style.theme().muted,
                    style);
            level(plot, known.centre() - known.action(), "", time, style.theme().muted, style);
        });
        return svg(plot, style, "sensor.chart.checks.title", "sensor.chart.checks", "k");
    }

    private ChartStyle style(boolean dark, boolean narrow) {
        return new ChartStyle(dark ? Theme.DARK : Theme.LIGHT, narrow ? Size.NARROW : Size.WIDE, faces);
    }

    private NumberAxis axis(String label, double top, ChartStyle style) {
        return Plots.numbers(texts.text(label), -top, top, Plots.step(2 * top, 5), style);
    }

    private static XYPlot plot(
            ValueAxis across,
            ValueAxis up,
            double[] x,
            double[] y,
            boolean[] hollow,
            boolean joined,
            ChartStyle style) {
        XYSeries series = new XYSeries(0, false, true);
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], y[i]);
        }
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(series);
        XYPlot plot = new XYPlot(data, across, up, new Marks(hollow, joined, style));
        Plots.quiet(plot, style);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(style.theme().muted);
        return plot;
    }

    private static void level(XYPlot plot, double y, String words, ValueAxis across, Color ink, ChartStyle style) {
        double left = across.getLowerBound();
        BasicStroke dashed = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0);
        plot.addAnnotation(new XYLineAnnotation(left, y, across.getUpperBound(), y, dashed, ink));
        if (!words.isEmpty()) {
            plot.addAnnotation(Plots.text(words, left, y, TextAnchor.BOTTOM_LEFT, style.theme().muted, style.text()));
        }
    }

    private String svg(XYPlot plot, ChartStyle style, String title, String description, String prefix) {
        Dimension room = new Dimension(style.size().width, HEIGHT_PX);
        return SvgPicture.of(
                Plots.chart(plot, style),
                room,
                texts.text(title),
                texts.text(description),
                prefix.toLowerCase(Locale.ROOT) + "-");
    }

    /** Filled where all is well, hollow where it is not. */
    private static final class Marks extends XYLineAndShapeRenderer {
        private static final long serialVersionUID = 1L;

        private final boolean[] hollow;
        private final transient ChartStyle style;

        Marks(boolean[] hollow, boolean joined, ChartStyle style) {
            super(joined, true);
            this.hollow = hollow.clone();
            this.style = style;
            setAutoPopulateSeriesPaint(false);
            setAutoPopulateSeriesStroke(false);
            setAutoPopulateSeriesShape(false);
            setDefaultPaint(style.theme().ink);
            setDefaultStroke(new BasicStroke(1.5f));
            setDefaultShape(new Ellipse2D.Double(-MARK_PX / 2, -MARK_PX / 2, MARK_PX, MARK_PX));
            setUseFillPaint(true);
            setUseOutlinePaint(true);
            setDrawOutlines(true);
            setDefaultOutlinePaint(style.theme().ink);
            setDefaultOutlineStroke(new BasicStroke(2));
        }

        @Override
        public java.awt.Paint getItemFillPaint(int series, int item) {
            return hollow[item] ? style.theme().paper : style.theme().ink;
        }
    }
}
