package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Path2D;

/**
 * How the lines of a track are told apart: by shape and dashes, all in ink. Neither colours nor circle nor square, which mean
 * sides.
 */
final class TrackLooks {

    private static final float LINE_PX = 1.75f;
    private static final float[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}};
    private static final double[][] CORNERS = {
        {0, -1, 1, 0, 0, 1, -1, 0},
        {0, -1, 1, 0.8, -1, 0.8},
        {0, 1, 1, -0.8, -1, -0.8},
        {
            -0.4, -1, 0.4, -1, 0.4, -0.4, 1, -0.4, 1, 0.4, 0.4, 0.4, 0.4, 1, -0.4, 1, -0.4, 0.4, -1, 0.4, -1, -0.4,
            -0.4, -0.4
        },
        {-1, -1, 0, -0.45, 1, -1, 0.45, 0, 1, 1, 0, 0.45, -1, 1, -0.45, 0},
    };

    private TrackLooks() {}

    /** Of the nth line of a track, with marks of this size [px]. */
    static Curve.Look of(int line, double size, ChartStyle style) {
        return new Curve.Look(style.theme().ink, stroke(line), mark(line, size));
    }

    private static Stroke stroke(int line) {
        float[] dashes = DASHES[line % DASHES.length];
        return dashes.length == 0
                ? new BasicStroke(LINE_PX, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(LINE_PX, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    /** Diamond, triangle up, triangle down, cross, star of four rays. */
    private static Shape mark(int line, double size) {
        double[] corners = CORNERS[line % CORNERS.length];
        double half = size / 2 * 1.15;
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0] * half, corners[1] * half);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i] * half, corners[i + 1] * half);
        }
        path.closePath();
        return path;
    }
}
