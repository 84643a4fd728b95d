package org.plinth.web.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BiConsumer;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/**
 * A plot in an exact place: its axes and lines of the scale are the library's, its values are drawn in one go.
 *
 * @param time the time it shows; without labels where a plot below has them
 * @param scale the values it shows
 * @param area where its values stand
 */
record HandPlot(DateAxis time, NumberAxis scale, Rectangle2D area) {

    /** Room for the words of a time axis below a plot [px]. */
    static final int TIME_PX = 24;

    double x(double at) {
        Range shown = time.getRange();
        return area.getX() + (at - shown.getLowerBound()) / shown.getLength() * area.getWidth();
    }

    double y(double value) {
        Range shown = scale.getRange();
        return area.getMaxY() - (value - shown.getLowerBound()) / shown.getLength() * area.getHeight();
    }

    /** Draws axes and scale, and between them what this draws; its strokes end at the edges of the area. */
    void draw(Graphics2D g, ChartStyle style, double axisWidth, BiConsumer<Graphics2D, HandPlot> values) {
        XYPlot plot = new XYPlot(null, time, scale, new XYLineAndShapeRenderer()); // without one no lines of the scale
        Plots.quiet(plot, style);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        AxisSpace left = new AxisSpace();
        left.setLeft(axisWidth);
        plot.setFixedRangeAxisSpace(left);
        double below = time.isVisible() ? TIME_PX : 0;
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(below);
        plot.setFixedDomainAxisSpace(bottom);
        plot.addAnnotation(new Values(this, values));
        plot.draw(
                g,
                new Rectangle2D.Double(
                        area.getX() - axisWidth, area.getY(), area.getWidth() + axisWidth, area.getHeight() + below),
                null,
                null,
                null);
    }

    /** What is drawn between the axes. */
    private static final class Values extends AbstractXYAnnotation {
        private static final long serialVersionUID = 1L;

        private final transient HandPlot place;
        private final transient BiConsumer<Graphics2D, HandPlot> values;

        Values(HandPlot place, BiConsumer<Graphics2D, HandPlot> values) {
            this.place = place;
            this.values = values;
        }

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis domain,
                ValueAxis range,
                int renderer,
                PlotRenderingInfo info) {
            values.accept(g, place);
        }
    }
}
