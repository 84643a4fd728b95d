package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Words at the right end of lines, right of all values, each followed by the mark of its line where there are several: a mark
 * before them would look like one more value. Where the ends lie close together the
 * words are pushed apart, so that none stands on another.
 */
final class EndLabels {

    /** Least distance from line to line of words [px]. */
    static final int APART_PX = 15;

    private static final double MARK_ROOM_PX = 16;
    private static final double HALF_LETTER_PX = 4.5;

    private final List<Label> labels = new ArrayList<>();

    /**
     * Words of one line.
     *
     * @param y where the line ends [px]
     * @param text its words
     * @param mark its mark; empty where no other line could be meant
     * @param ink of the mark
     * @param hollow whether the mark is hollow
     */
    record Label(double y, String text, Optional<Shape> mark, Color ink, boolean hollow) {}

    void add(Label label) {
        labels.add(label);
    }

    /** Draws them from here to the right edge, within the height of that area. */
    void draw(Graphics2D g, double x, double rightEdge, Rectangle2D area, ChartStyle style) {
        labels.sort(Comparator.comparingDouble(Label::y));
        double[] y = apart(labels.stream().mapToDouble(Label::y).toArray(), area.getMinY() + 6, area.getMaxY() - 3);
        Lettering words = new Lettering(style.small());
        for (int i = 0; i < y.length; i++) {
            Label label = labels.get(i);
            String text = words.fit(label.text(), rightEdge - x - MARK_ROOM_PX);
            g.setPaint(style.theme().ink);
            g.setFont(words.font());
            g.drawString(text, (float) x, (float) (y[i] + HALF_LETTER_PX));
            if (label.mark().isPresent()) {
                mark(g, label, label.mark().get(), x + words.width(text) + MARK_ROOM_PX / 2, y[i], style);
            }
        }
    }

    private static void mark(Graphics2D g, Label label, Shape mark, double x, double y, ChartStyle style) {
        Shape placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(mark);
        g.setPaint(label.hollow() ? style.theme().paper : label.ink());
        g.fill(placed);
        g.setPaint(label.ink());
        g.setStroke(new BasicStroke(1.5f));
        g.draw(placed);
    }

    /** These heights, in order, as near to where they were as their least distance allows. */
    static double[] apart(double[] wanted, double least, double most) {
        double[] y = wanted.clone();
        double from = least;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], from);
            from = y[i] + APART_PX;
        }
        double to = most;
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], to);
            to = y[i] - APART_PX;
        }
        return y;
    }
}
