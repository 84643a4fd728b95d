package org.plinth.web.drawing;

import java.util.List;

/**
 * A place or a direction in a plane [cm], y up.
 *
 * @param x to the right
 * @param y up
 */
record Vec(double x, double y) {

    static final Vec UP = new Vec(0, 1);
    static final Vec DOWN = new Vec(0, -1);

    static Vec of(double x, double y) {
        return new Vec(x, y);
    }

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor);
    }

    /** This, then {@code length} along {@code direction}. */
    Vec along(Vec direction, double length) {
        return plus(direction.times(length));
    }

    double length() {
        return StrictMath.hypot(x, y);
    }

    Vec unit() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }

    /** A quarter turn against the clock. */
    Vec quarter() {
        return new Vec(-y, x);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y;
    }

    /** Positive where {@code other} is against the clock from this. */
    double cross(Vec other) {
        return x * other.y - y * other.x;
    }

    /** Part of the way to {@code other}. */
    Vec towards(Vec other, double part) {
        return plus(other.minus(this).times(part));
    }

    static Vec polar(Vec centre, double radius, double radians) {
        return new Vec(centre.x + radius * StrictMath.cos(radians), centre.y + radius * StrictMath.sin(radians));
    }

    /** Half the sum of cross products: positive against the clock. */
    static double area(List<Vec> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            twice += ring.get(i).cross(ring.get((i + 1) % ring.size()));
        }
        return twice / 2;
    }
}
