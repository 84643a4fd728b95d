package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.plinth.core.visit.Side;

/**
 * How a chart looks: colours of a theme, size and font. Left is blue, solid, a circle; right is vermilion, dashed, a
 * square.
 *
 * @param theme light or dark
 * @param size wide or narrow
 * @param faces the bundled face
 */
record ChartStyle(Theme theme, Size size, Faces faces) {

    private static final float LINE_PX = 2.25f;
    private static final double MARK_PX = 9;
    private static final double LEAST_MARK_PX = 4;
    private static final double SMALL_MARK_PX = 6;

    /** Light or dark; print is always light. */
    enum Theme {
        LIGHT(0xffffff, 0x16211f, 0x51605d, 0xcfd4d0, 0xdfe3e0, 0x0072b2, 0xd55e00),
        DARK(0x1a2022, 0xeceeea, 0xaebab7, 0x384345, 0x323d3f, 0x56b4e9, 0xe69f00);

        final Color paper;
        final Color ink;
        final Color muted;
        final Color line;
        final Color band;
        final Color left;
        final Color right;

        Theme(int paper, int ink, int muted, int line, int band, int left, int right) {
            this.paper = new Color(paper);
            this.ink = new Color(ink);
            this.muted = new Color(muted);
            this.line = new Color(line);
            this.band = new Color(band);
            this.left = new Color(left);
            this.right = new Color(right);
        }
    }

    /** Room for a chart [px]: panels beside each other, or one above the other on a phone. */
    enum Size {
        WIDE(920, 340, 300),
        NARROW(360, 520, 280);

        final int width;
        final int strengthHeight;
        final int symmetryHeight;

        Size(int width, int strengthHeight, int symmetryHeight) {
            this.width = width;
            this.strengthHeight = strengthHeight;
            this.symmetryHeight = symmetryHeight;
        }
    }

    Color color(Side side) {
        return side == Side.LEFT ? theme.left : theme.right;
    }

    static Stroke line(Side side) {
        return side == Side.LEFT
                ? new BasicStroke(LINE_PX, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(LINE_PX, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 4}, 0);
    }

    static Shape mark(Side side) {
        return mark(side, MARK_PX);
    }

    /** Of another size [px]; a small circle is one of eight corners, which nobody sees and which is half as long to write. */
    static Shape mark(Side side, double size) {
        double half = size / 2;
        if (side == Side.RIGHT) {
            return new Rectangle2D.Double(-half, -half, size, size);
        }
        return size < SMALL_MARK_PX
                ? octagon(half + 0.5)
                : new Ellipse2D.Double(-half - 0.5, -half - 0.5, size + 1, size + 1);
    }

    private static Shape octagon(double radius) {
        Path2D path = new Path2D.Double();
        double near = radius * Math.sin(Math.PI / 8);
        double far = radius * Math.cos(Math.PI / 8);
        path.moveTo(far, near);
        path.lineTo(near, far);
        path.lineTo(-near, far);
        path.lineTo(-far, near);
        path.lineTo(-far, -near);
        path.lineTo(-near, -far);
        path.lineTo(near, -far);
        path.lineTo(far, -near);
        path.closePath();
        return path;
    }

    /** Size of a mark where so many share that width: neighbours of a long course stay apart [px]. */
    static double markSize(int count, double width) {
        return Math.max(LEAST_MARK_PX, Math.min(MARK_PX, 0.85 * width / Math.max(1, count)));
    }

    /** For marks on the time axis and labels of small panels. */
    Font small() {
        return faces.plain().deriveFont(12f);
    }

    Font text() {
        return faces.plain().deriveFont(13f);
    }

    Font strong() {
        return faces.bold().deriveFont(Font.BOLD, 14f);
    }
}
