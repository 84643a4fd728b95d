package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws each symmetry as a diamond on its two bars, in ink: it is neither side. */
final class SymmetryMarks extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;
    private static final float THICK_PX = 9;
    private static final float THIN_PX = 2;
    private static final double HALF_DIAMOND_PX = 6.5;

    private final transient List<OutcomeSeries.SymmetryPoint> points;
    private final transient ChartStyle style;
    /** Less than 1 where so many stand beside each other that they would touch. */
    private final double scale;

    /** Over so much room [px]. */
    SymmetryMarks(List<OutcomeSeries.SymmetryPoint> points, ChartStyle style, double width) {
        this.points = points;
        this.style = style;
        this.scale = Math.max(0.35, Math.min(1, width / Math.max(1, points.size()) / (2.4 * HALF_DIAMOND_PX)));
    }

    static XYDataset data(List<OutcomeSeries.SymmetryPoint> points) {
        XYSeries series = new XYSeries("symmetry", false);
        points.forEach(point -> series.add(TimeAxis.at(point.date()), point.percent()));
        return new XYSeriesCollection(series);
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        OutcomeSeries.SymmetryPoint point = points.get(item);
        double x = domain.valueToJava2D(TimeAxis.at(point.date()), area, plot.getDomainAxisEdge());
        point.bars().ifPresent(bars -> {
            bar(g, x, y(bars.low95(), range, area, plot), y(bars.high95(), range, area, plot), THIN_PX);
            bar(g, x, y(bars.low80(), range, area, plot), y(bars.high80(), range, area, plot), THICK_PX);
        });
        diamond(g, x, y(point.percent(), range, area, plot), point.flagged());
    }

    private void bar(Graphics2D g, double x, double low, double high, float width) {
        g.setPaint(style.theme().muted);
        g.setStroke(new BasicStroke((float) (width * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(x, low, x, high));
    }

    private void diamond(Graphics2D g, double x, double y, boolean flagged) {
        Shape mark = diamond(x, y);
        g.setPaint(flagged ? style.theme().paper : style.theme().ink);
        g.fill(mark);
        g.setPaint(style.theme().ink);
        g.setStroke(new BasicStroke((float) Math.max(1, 2 * scale)));
        g.draw(mark);
    }

    private static double y(double percent, ValueAxis range, Rectangle2D area, XYPlot plot) {
        return range.valueToJava2D(percent, area, plot.getRangeAxisEdge());
    }

    private Shape diamond(double x, double y) {
        double half = HALF_DIAMOND_PX * scale;
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - half);
        path.lineTo(x + half, y);
        path.lineTo(x, y + half);
        path.lineTo(x - half, y);
        path.closePath();
        return path;
    }
}
