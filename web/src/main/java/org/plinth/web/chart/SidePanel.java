package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.text.Texts;

/** One side of a strength chart: a line for each stretch, its band and baseline behind it, the last value named. */
final class SidePanel {

    private static final double ABOVE_MARK = 0.045;
    private static final int EDGE_PX = 2;

    /** Width of a plot [px], and what of it the tests share, about. */
    private static final double WIDE_PLOT_PX = 376;

    private static final double NARROW_PLOT_PX = 256;
    private static final double TESTS_SHARE = 0.78;
    private static final double HALF_LABEL_PX = 28;

    private final Texts texts;
    private final ForceUnit unit;
    private final ChartStyle style;

    SidePanel(Texts texts, ForceUnit unit, ChartStyle style) {
        this.texts = texts;
        this.unit = unit;
        this.style = style;
    }

    XYPlot plot(OutcomeSeries.Panel panel, @Nullable DateAxis time, double top, Range shown) {
        XYSeriesCollection lines = new XYSeriesCollection();
        Marks marks = new Marks(panel, style, markSize(panel));
        XYPlot plot = new XYPlot(lines, time, null, marks);
        Plots.quiet(plot, style);
        XYTextAnnotation name = Plots.text(
                panel.label(),
                shown.getLowerBound() + shown.getLength() * 0.01,
                top * 0.985,
                TextAnchor.TOP_LEFT,
                style.theme().ink,
                style.strong());
        name.setBackgroundPaint(style.theme().paper);
        plot.addAnnotation(name);
        if (panel.segments().isEmpty()) {
            plot.addAnnotation(Plots.text(
                    texts.text("page.unknown.notmeasured"),
                    shown.getCentralValue(),
                    top / 2,
                    TextAnchor.CENTER,
                    style.theme().muted,
                    style.text()));
        }
        for (int i = 0; i < panel.segments().size(); i++) {
            OutcomeSeries.Segment segment = panel.segments().get(i);
            if (!segment.points().isEmpty()) {
                double until = i + 1 < panel.segments().size() ? end(segment) : shown.getUpperBound();
                marks.add(segment);
                lines.addSeries(line(i, segment));
                behind(marks, segment, until);
                if (i + 1 == panel.segments().size() || clear(panel, i, shown)) {
                    label(plot, panel, segment, shown, top);
                }
                segment.breakReason().ifPresent(reason -> seam(plot, segment, reason, shown, top));
            }
        }
        return plot;
    }

    private double markSize(OutcomeSeries.Panel panel) {
        int tests = panel.segments().stream()
                .mapToInt(segment -> segment.points().size())
                .sum();
        return ChartStyle.markSize(
                tests, TESTS_SHARE * (style.size() == ChartStyle.Size.WIDE ? WIDE_PLOT_PX : NARROW_PLOT_PX));
    }

    private void behind(XYLineAndShapeRenderer marks, OutcomeSeries.Segment segment, double until) {
        segment.band().ifPresent(band -> {
            double start = TimeAxis.at(segment.points().get(0).date());
            marks.addAnnotation(
                    new XYBoxAnnotation(
                            start,
                            shown(band.lowNewtons()),
                            until,
                            shown(band.highNewtons()),
                            null,
                            null,
                            style.theme().band),
                    Layer.BACKGROUND);
            marks.addAnnotation(
                    new XYLineAnnotation(
                            start,
                            shown(band.baselineNewtons()),
                            until,
                            shown(band.baselineNewtons()),
                            new BasicStroke(1f),
                            style.theme().muted),
                    Layer.BACKGROUND);
        });
    }

    /** Whether the words of this stretch would stand beside those of the newest. */
    private boolean clear(OutcomeSeries.Panel panel, int number, Range shown) {
        List<OutcomeSeries.Segment> all = panel.segments();
        return all.subList(number + 1, all.size()).stream()
                .filter(later -> !later.points().isEmpty())
                .allMatch(later -> end(later) - end(all.get(number)) > 2 * halfLabel(shown));
    }

    /** The greatest value below the words of a value: they stand on none. */
    private double above(OutcomeSeries.Panel panel, double x, Range shown) {
        return panel.segments().stream()
                .flatMap(segment -> segment.points().stream())
                .filter(point -> Math.abs(TimeAxis.at(point.date()) - x) < halfLabel(shown))
                .mapToDouble(point -> shown(point.newtons()))
                .max()
                .orElse(0);
    }

    private double halfLabel(Range shown) {
        double panel = style.size() == ChartStyle.Size.WIDE ? WIDE_PLOT_PX : NARROW_PLOT_PX;
        return shown.getLength() * HALF_LABEL_PX / panel;
    }

    private void label(XYPlot plot, OutcomeSeries.Panel panel, OutcomeSeries.Segment segment, Range shown, double top) {
        double x = inside(end(segment), halfLabel(shown), shown);
        OutcomeSeries.Point last = segment.points().get(segment.points().size() - 1);
        String value = number(shown(last.newtons())) + " " + unit.symbol();
        plot.addAnnotation(Plots.text(
                value,
                x,
                above(panel, x, shown) + top * ABOVE_MARK,
                TextAnchor.BOTTOM_CENTER,
                style.theme().ink,
                style.strong()));
    }

    /** The middle of words near this day that do not leave the plot. */
    private static double inside(double x, double half, Range shown) {
        return Math.max(shown.getLowerBound() + half, Math.min(x, shown.getUpperBound() - half));
    }

    private void seam(XYPlot plot, OutcomeSeries.Segment segment, String reason, Range shown, double top) {
        double x = TimeAxis.at(segment.points().get(0).date());
        plot.addAnnotation(new XYLineAnnotation(
                x,
                0,
                x,
                top * 0.09,
                new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0),
                style.theme().muted));
        double half = halfLabel(shown) / HALF_LABEL_PX * new Lettering(style.text()).width(reason) / 2;
        plot.addAnnotation(Plots.text(
                reason,
                inside(x, half, shown),
                top * 0.1,
                TextAnchor.BOTTOM_CENTER,
                style.theme().muted,
                style.text()));
    }

    private XYSeries line(int number, OutcomeSeries.Segment segment) {
        XYSeries series = new XYSeries(number);
        segment.points().forEach(point -> series.add(TimeAxis.at(point.date()), shown(point.newtons())));
        return series;
    }

    private static double end(OutcomeSeries.Segment segment) {
        return TimeAxis.at(segment.points().get(segment.points().size() - 1).date());
    }

    private double shown(double newtons) {
        return newtons / unit.newtonsPerUnit();
    }

    /** To 1 N, or 0.1 below 50. */
    private static String number(double value) {
        return new DecimalFormat(Math.abs(value) < 50 ? "0.0" : "0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    /** Draws flagged points hollow: paper inside, the side's colour round it. */
    private static final class Marks extends XYLineAndShapeRenderer {
        private static final long serialVersionUID = 1L;

        private final transient List<BitSet> flagged = new ArrayList<>();
        private final transient OutcomeSeries.Panel panel;
        private final transient ChartStyle style;

        Marks(OutcomeSeries.Panel panel, ChartStyle style, double size) {
            super(true, true);
            this.panel = panel;
            this.style = style;
            setAutoPopulateSeriesPaint(false);
            setAutoPopulateSeriesStroke(false);
            setAutoPopulateSeriesShape(false);
            setDefaultPaint(style.color(panel.side()));
            setDefaultStroke(ChartStyle.line(panel.side()));
            setDefaultShape(ChartStyle.mark(panel.side(), size));
            setUseFillPaint(true);
            setUseOutlinePaint(true);
            setDrawOutlines(true);
            setDefaultOutlinePaint(style.color(panel.side()));
            setDefaultOutlineStroke(new BasicStroke(size < ChartStyle.markSize(1, 1000) ? EDGE_PX / 2f : EDGE_PX));
        }

        void add(OutcomeSeries.Segment segment) {
            BitSet bits = new BitSet();
            for (int i = 0; i < segment.points().size(); i++) {
                bits.set(i, segment.points().get(i).flagged());
            }
            flagged.add(bits);
        }

        @Override
        public java.awt.Paint getItemFillPaint(int series, int item) {
            return flagged.get(series).get(item) ? style.theme().paper : style.color(panel.side());
        }
    }
}
