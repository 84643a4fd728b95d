package org.plinth.web.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An outline of straight lines and cubic curves. Immutable. Closed rings run against the clock, so that several together
 * fill as one.
 *
 * @param steps in order
 */
record Path(List<Step> steps) {

    /** How far a control point stands off for a quarter of a circle. */
    private static final double QUARTER = 0.5522847498;

    Path {
        steps = List.copyOf(steps);
    }

    /**
     * One command.
     *
     * @param kind {@code M}, {@code L}, {@code C} or {@code Z}
     * @param points its points
     */
    record Step(char kind, List<Vec> points) {
        Step {
            points = List.copyOf(points);
        }
    }

    static Path line(Vec... points) {
        return open(List.of(points));
    }

    static Path open(List<Vec> points) {
        List<Step> steps = new ArrayList<>();
        for (Vec point : points) {
            steps.add(new Step(steps.isEmpty() ? 'M' : 'L', List.of(point)));
        }
        return new Path(steps);
    }

    static Path polygon(Vec... points) {
        return polygon(List.of(points));
    }

    static Path polygon(List<Vec> points) {
        return open(ring(points)).closed();
    }

    /** A rectangle along {@code along}, its middle at {@code centre}, with rounded corners. */
    static Path box(Vec centre, Vec along, double length, double width, double radius) {
        Vec u = along.unit();
        Vec v = u.quarter();
        double a = length / 2;
        double b = width / 2;
        double r = Math.min(radius, Math.min(a, b));
        List<Step> steps = new ArrayList<>();
        Vec[] axes = {u, v, u.times(-1), v.times(-1)};
        double[] reach = {a, b, a, b};
        for (int i = 0; i < 4; i++) {
            Vec out = axes[i];
            Vec on = axes[(i + 1) % 4];
            Vec corner = centre.along(out, reach[i]).along(on, reach[(i + 1) % 4]);
            Vec from = corner.along(on, -r);
            Vec to = corner.along(out, -r);
            steps.add(new Step(i == 0 ? 'M' : 'L', List.of(from)));
            steps.add(new Step('C', List.of(from.along(on, r * QUARTER), to.along(out, r * QUARTER), to)));
        }
        return new Path(steps).closed();
    }

    /** A smooth ring through all points (Catmull-Rom as cubic curves). */
    static Path smooth(List<Vec> through) {
        List<Vec> p = ring(through);
        int n = p.size();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step('M', List.of(p.get(0))));
        for (int i = 0; i < n; i++) {
            Vec a = p.get((i + n - 1) % n);
            Vec b = p.get(i);
            Vec c = p.get((i + 1) % n);
            Vec d = p.get((i + 2) % n);
            steps.add(new Step('C', List.of(b.along(c.minus(a), 1 / 6.0), c.along(d.minus(b), -1 / 6.0), c)));
        }
        return new Path(steps).closed();
    }

    static Path circle(Vec centre, double radius) {
        return arcs(centre, radius, 0, 2 * Math.PI, true).closed();
    }

    static Path ellipse(Vec centre, double rx, double ry) {
        return circle(new Vec(0, 0), 1).map(p -> new Vec(centre.x() + p.x() * rx, centre.y() + p.y() * ry));
    }

    /** Part of a circle from one angle to another [rad]. */
    static Path arc(Vec centre, double radius, double from, double to) {
        return arcs(centre, radius, from, to, true);
    }

    private static Path arcs(Vec centre, double radius, double from, double to, boolean move) {
        int parts = Math.max(1, (int) Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
        double step = (to - from) / parts;
        double reach = radius * 4 / 3 * StrictMath.tan(step / 4);
        List<Step> steps = new ArrayList<>();
        if (move) {
            steps.add(new Step('M', List.of(Vec.polar(centre, radius, from))));
        }
        for (int i = 0; i < parts; i++) {
            double a = from + i * step;
            double b = a + step;
            Vec start = Vec.polar(centre, radius, a);
            Vec end = Vec.polar(centre, radius, b);
            Vec first = start.along(Vec.polar(new Vec(0, 0), 1, a).quarter(), reach);
            Vec second = end.along(Vec.polar(new Vec(0, 0), 1, b).quarter(), -reach);
            steps.add(new Step('C', List.of(first, second, end)));
        }
        return new Path(steps);
    }

    /** What two circles and the lines that touch both enclose: a limb that narrows. */
    static Path capsule(Vec from, double fromRadius, Vec to, double toRadius) {
        Vec axis = to.minus(from);
        double length = axis.length();
        if (length <= Math.abs(fromRadius - toRadius) + 1e-6) {
            return fromRadius > toRadius ? circle(from, fromRadius) : circle(to, toRadius);
        }
        double heading = StrictMath.atan2(axis.y(), axis.x());
        double lean = StrictMath.acos((fromRadius - toRadius) / length);
        List<Step> steps = new ArrayList<>(
                arcs(to, toRadius, heading - lean, heading + lean, true).steps());
        steps.add(new Step('L', List.of(Vec.polar(from, fromRadius, heading + lean))));
        steps.addAll(arcs(from, fromRadius, heading + lean, heading + 2 * Math.PI - lean, false)
                .steps());
        return new Path(steps).closed();
    }

    private static List<Vec> ring(List<Vec> points) {
        if (Vec.area(points) >= 0) {
            return points;
        }
        List<Vec> turned = new ArrayList<>(points);
        Collections.reverse(turned);
        return turned;
    }

    Path closed() {
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step('Z', List.of()));
        return new Path(all);
    }

    Path map(UnaryOperator<Vec> to) {
        return new Path(steps.stream()
                .map(step ->
                        new Step(step.kind(), step.points().stream().map(to).toList()))
                .toList());
    }

    Stream<Vec> points() {
        return steps.stream().flatMap(step -> step.points().stream());
    }

    /** As SVG path data, to a tenth. */
    String data() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            out.append(step.kind());
            String gap = "";
            for (Vec point : step.points()) {
                out.append(gap).append(number(point.x())).append(' ').append(number(point.y()));
                gap = " ";
            }
        }
        return out.toString();
    }

    /** To a tenth, without a zero that says nothing. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = Long.toString(Math.abs(tenths) / 10);
        long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }
}
