package org.plinth.web.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;

/**
 * A drawing and the room it takes.
 *
 * @param room [px]
 * @param drawing draws it from (0, 0)
 */
record Picture(Dimension room, Consumer<Graphics2D> drawing) {

    /** A chart that fills the room. */
    static Picture of(JFreeChart chart, Dimension room) {
        return new Picture(room, g -> chart.draw(g, new Rectangle2D.Double(0, 0, room.width, room.height)));
    }

    /** Empty paper of this size. */
    static void paper(Graphics2D g, Dimension room, ChartStyle style) {
        g.setPaint(style.theme().paper);
        g.fill(new Rectangle2D.Double(0, 0, room.width, room.height));
    }
}
