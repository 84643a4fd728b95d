package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.EpisodeSeries.Position;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.text.Texts;

/** Both legs in one small panel: bands of measurement error behind, lines with a gap at each break, the newest values named. */
final class PositionPanel {

    private static final double MARK_SHARE = 0.8;
    private static final double BEHIND_PX = 6;

    private final Texts texts;
    private final ForceUnit unit;
    private final ChartStyle style;

    PositionPanel(Texts texts, ForceUnit unit, ChartStyle style) {
        this.texts = texts;
        this.unit = unit;
        this.style = style;
    }

    void draw(Graphics2D g, Position position, HandPlot place, double axisWidth, double rightWidth) {
        Rectangle2D area = place.area();
        EndLabels labels = new EndLabels();
        place.draw(g, style, axisWidth, (inside, at) -> {
            position.sides().forEach(side -> fill(inside, position, side, at));
            position.sides().forEach(side -> edges(inside, position, side, at));
            position.sides().forEach(side -> curves(inside, side, at));
        });
        position.sides().forEach(side -> label(side, place, labels));
        labels.draw(g, lastX(position, place) + BEHIND_PX + 3, area.getMaxX() + rightWidth, area, style);
    }

    private static double lastX(Position position, HandPlot at) {
        return position.sides().stream()
                .flatMap(side -> side.segments().stream())
                .flatMap(segment -> segment.points().stream())
                .mapToDouble(point -> at.x(TimeAxis.at(point.date())))
                .max()
                .orElse(at.area().getX());
    }

    private void fill(Graphics2D g, Position position, Panel side, HandPlot at) {
        for (int i = 0; i < side.segments().size(); i++) {
            Segment segment = side.segments().get(i);
            if (segment.band().isPresent() && !segment.points().isEmpty()) {
                OutcomeSeries.Band band = segment.band().get();
                double top = at.y(shown(band.highNewtons()));
                g.setPaint(style.theme().band);
                g.fill(new Rectangle2D.Double(
                        start(segment, at),
                        top,
                        until(position, side, i, at) - start(segment, at),
                        at.y(shown(band.lowNewtons())) - top));
            }
        }
    }

    /** The edges of a band in the side's colour and dashes: two grey bands may lie on one another. */
    private void edges(Graphics2D g, Position position, Panel side, HandPlot at) {
        g.setPaint(style.color(side.side()));
        g.setStroke(edge(side.side()));
        for (int i = 0; i < side.segments().size(); i++) {
            Segment segment = side.segments().get(i);
            if (segment.band().isPresent() && !segment.points().isEmpty()) {
                OutcomeSeries.Band band = segment.band().get();
                for (double newtons : new double[] {band.lowNewtons(), band.highNewtons()}) {
                    double y = at.y(shown(newtons));
                    g.draw(new Line2D.Double(start(segment, at), y, until(position, side, i, at), y));
                }
            }
        }
    }

    private static Stroke edge(Side side) {
        return side == Side.LEFT
                ? new BasicStroke(0.75f)
                : new BasicStroke(0.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);
    }

    private void curves(Graphics2D g, Panel side, HandPlot at) {
        int tests = side.segments().stream()
                .mapToInt(segment -> segment.points().size())
                .sum();
        Shape mark = ChartStyle.mark(
                side.side(), MARK_SHARE * ChartStyle.markSize(tests, at.area().getWidth()));
        Curve.Look look = new Curve.Look(style.color(side.side()), line(side.side()), mark);
        for (Segment segment : side.segments()) {
            List<Curve.Dot> dots =
                    segment.points().stream().map(point -> dot(point, at)).toList();
            if (!dots.isEmpty()) {
                new Curve(look, dots).draw(g, style.theme().paper);
            }
        }
    }

    private static Stroke line(Side side) {
        return side == Side.LEFT
                ? new BasicStroke(1.75f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 3}, 0);
    }

    private void label(Panel side, HandPlot at, EndLabels labels) {
        List<Point> points = side.segments().stream()
                .flatMap(segment -> segment.points().stream())
                .toList();
        String name = texts.text(side.side() == Side.LEFT ? "page.side.left" : "page.side.right");
        boolean none = points.isEmpty();
        double value = none ? 0 : shown(points.get(points.size() - 1).newtons());
        String words = none
                ? texts.text("chart.multiples.side.none", name)
                : texts.text(
                        "chart.multiples.side",
                        name,
                        ValueWords.number(value, Math.abs(value) < 49.95 ? 1 : 0),
                        unit.symbol());
        labels.add(new EndLabels.Label(
                at.y(value),
                words,
                Optional.of(ChartStyle.mark(side.side(), 7)),
                style.color(side.side()),
                none || points.get(points.size() - 1).flagged()));
    }

    private Curve.Dot dot(Point point, HandPlot at) {
        return new Curve.Dot(at.x(TimeAxis.at(point.date())), at.y(shown(point.newtons())), point.flagged());
    }

    private static double start(Segment segment, HandPlot at) {
        return at.x(TimeAxis.at(segment.points().get(0).date()));
    }

    /** A band ends where its series does, the newest a little behind the newest test, where the words begin. */
    private static double until(Position position, Panel side, int segment, HandPlot at) {
        if (segment + 1 == side.segments().size()) {
            return lastX(position, at) + BEHIND_PX;
        }
        List<Point> points = side.segments().get(segment).points();
        return at.x(TimeAxis.at(points.get(points.size() - 1).date()));
    }

    private double shown(double newtons) {
        return newtons / unit.newtonsPerUnit();
    }
}
