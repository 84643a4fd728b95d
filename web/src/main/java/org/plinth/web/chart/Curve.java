package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Values joined by a line. The line is one path, and so are all marks of a kind: a picture of many hundred values stays small and
 * quick.
 *
 * @param look how line and marks look
 * @param dots where they stand
 */
record Curve(Look look, List<Dot> dots) {

    /**
     * One value in the picture.
     *
     * @param x [px]
     * @param y [px]
     * @param hollow whether something must be known of it
     */
    record Dot(double x, double y, boolean hollow) {}

    /**
     * How it looks.
     *
     * @param ink of line and marks
     * @param stroke of the line
     * @param mark round (0, 0)
     */
    record Look(Color ink, Stroke stroke, Shape mark) {}

    /** Line, filled marks, and the hollow ones over them. */
    void draw(Graphics2D g, Color paper) {
        g.setPaint(look.ink());
        if (dots.size() > 1) {
            g.setStroke(look.stroke());
            g.draw(line());
        }
        Path2D filled = marks(false);
        g.fill(filled);
        Path2D hollow = marks(true);
        g.setPaint(paper);
        g.fill(hollow);
        g.setPaint(look.ink());
        g.setStroke(new BasicStroke(1.5f));
        g.draw(hollow);
    }

    private Path2D line() {
        Path2D path = new Path2D.Double();
        path.moveTo(dots.get(0).x(), dots.get(0).y());
        dots.stream().skip(1).forEach(dot -> path.lineTo(dot.x(), dot.y()));
        return path;
    }

    private Path2D marks(boolean hollow) {
        Path2D path = new Path2D.Double();
        for (Dot dot : dots) {
            if (dot.hollow() == hollow) {
                path.append(
                        AffineTransform.getTranslateInstance(dot.x(), dot.y()).createTransformedShape(look.mark()),
                        false);
            }
        }
        return path;
    }
}
