package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.plinth.web.chart.StripLayout.Slot;

/**
 * Marks and windows above a plot, on its time axis, so that no word stands on a value. An event is a wedge, a prescription a bar
 * from its first day to its last, a window a bracket; a quiet line leads down through the plot.
 */
final class Strip {

    private static final int ROW_PX = 19;
    private static final int FOOT_PX = 4;
    private static final double BAR_PX = 3;
    private static final double WEDGE_PX = 4;
    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke DOTS =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 3}, 0);

    private final StripLayout layout;
    private final ChartStyle style;
    private final Lettering words;

    private Strip(StripLayout layout, ChartStyle style, Lettering words) {
        this.layout = layout;
        this.style = style;
        this.words = words;
    }

    /** Over a plot of this width [px] that shows that time. */
    static Strip of(Timeline timeline, Range shown, double width, ChartStyle style) {
        Lettering words = new Lettering(style.small());
        return new Strip(StripLayout.of(timeline, shown, width, words), style, words);
    }

    /** Room it takes above the plot [px]. */
    int height() {
        return layout.rows() == 0 ? 0 : layout.rows() * ROW_PX + FOOT_PX;
    }

    /** Draws it above this area, which begins and ends with the time it was laid out for. */
    void draw(Graphics2D g, Rectangle2D area) {
        for (Slot slot : layout.slots()) {
            lead(g, slot, area);
        }
        for (Slot slot : layout.slots()) {
            glyph(g, slot, area);
            text(g, slot, area);
        }
    }

    /** The quiet lines of all marks behind the values of a plot. */
    static void behind(XYItemRenderer renderer, Timeline timeline, double low, double high, ChartStyle style) {
        for (Mark mark : timeline.marks()) {
            double x = TimeAxis.at(mark.date());
            renderer.addAnnotation(
                    new XYLineAnnotation(x, low, x, high, stroke(mark.kind()), style.theme().line), Layer.BACKGROUND);
        }
    }

    /** The same lines where a plot is drawn by hand. */
    static void behind(Graphics2D g, List<Mark> marks, Range shown, Rectangle2D area, ChartStyle style) {
        g.setPaint(style.theme().line);
        for (Mark mark : marks) {
            double x = area.getX()
                    + (TimeAxis.at(mark.date()) - shown.getLowerBound()) / shown.getLength() * area.getWidth();
            g.setStroke(stroke(mark.kind()));
            g.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
        }
    }

    private static BasicStroke stroke(MarkKind kind) {
        return kind == MarkKind.EVENT ? THIN : DOTS;
    }

    private static double bottom(Slot slot, Rectangle2D area) {
        return area.getMinY() - FOOT_PX - slot.row() * ROW_PX;
    }

    private void lead(Graphics2D g, Slot slot, Rectangle2D area) {
        if (slot.look() == StripLayout.Look.EVENT || slot.look() == StripLayout.Look.PRESCRIPTION) {
            double x = area.getX() + slot.x();
            g.setPaint(style.theme().muted);
            g.setStroke(slot.look() == StripLayout.Look.EVENT ? THIN : DOTS);
            g.draw(new Line2D.Double(x, bottom(slot, area) - 2, x, area.getMinY()));
        }
    }

    private void glyph(Graphics2D g, Slot slot, Rectangle2D area) {
        double x = area.getX() + slot.x();
        double low = bottom(slot, area) - 2;
        g.setPaint(style.theme().muted);
        g.setStroke(THIN);
        switch (slot.look()) {
            case EVENT -> {
                slot.until().ifPresent(until -> bar(g, x, area.getX() + until, low));
                g.fill(wedge(x, low));
            }
            case PRESCRIPTION -> {
                slot.until().ifPresent(until -> bar(g, x, area.getX() + until, low));
                g.draw(new Line2D.Double(x, low - 2 * BAR_PX, x, low));
            }
            case REVIEW -> g.draw(new Line2D.Double(x, low - ROW_PX / 2.0, x, low));
            case WINDOW -> bracket(g, x, area.getX() + slot.until().orElse(slot.x()), low);
        }
    }

    private static void bar(Graphics2D g, double from, double to, double low) {
        g.fill(new Rectangle2D.Double(from, low - BAR_PX, Math.max(BAR_PX, to - from), BAR_PX));
    }

    private static Path2D wedge(double x, double low) {
        Path2D wedge = new Path2D.Double();
        wedge.moveTo(x - WEDGE_PX, low - 2 * WEDGE_PX);
        wedge.lineTo(x + WEDGE_PX, low - 2 * WEDGE_PX);
        wedge.lineTo(x, low);
        wedge.closePath();
        return wedge;
    }

    private static void bracket(Graphics2D g, double from, double to, double low) {
        double top = low - ROW_PX / 2.0 + 1;
        Path2D path = new Path2D.Double();
        path.moveTo(from, low);
        path.lineTo(from, top);
        path.lineTo(to, top);
        path.lineTo(to, low);
        g.draw(path);
    }

    private void text(Graphics2D g, Slot slot, Rectangle2D area) {
        boolean bar = slot.until().isPresent() && slot.look() != StripLayout.Look.WINDOW;
        double x = area.getX() + slot.textX();
        double base = bottom(slot, area) - (bar ? BAR_PX + 4 : 5);
        g.setPaint(style.theme().paper);
        g.fill(new Rectangle2D.Double(x - 2, base - 10, slot.textEnd() - slot.textX() + 4, 12));
        g.setPaint(style.theme().ink);
        g.setFont(words.font());
        g.drawString(slot.text(), (float) x, (float) base);
    }
}
