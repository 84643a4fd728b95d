package org.plinth.calibration.curve;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A parabola over its range, and its tangents beyond.
 *
 * <pre>
 *   F = a0 + a1 · x + a2 · x²      [N]
 *   x = (−a1 ± √(a1² − 4 a2 (a0 − F))) / (2 a2), the root on the side of the range, in the form that loses no digits
 * </pre>
 *
 * @param a0 force at no deflection [N]
 * @param a1 [N per unit]
 * @param a2 [N per unit²]
 * @param range that was calibrated
 */
public record QuadraticCurve(double a0, double a1, double a2, Range range) implements CalibrationCurve {

    /** Rejects what is no curve. */
    public QuadraticCurve {
        if (!Double.isFinite(a0) || !Double.isFinite(a1) || !Double.isFinite(a2) || (a1 == 0 && a2 == 0)) {
            throw new IllegalArgumentException(
                    "coefficients must be finite and not all 0, were " + a0 + ", " + a1 + ", " + a2);
        }
    }

    @Override
    public double newtons(double deflection) {
        double inside = range.nearest(deflection);
        return parabola(inside) + slope(inside) * (deflection - inside);
    }

    @Override
    public double deflection(double newtons) {
        if (!isMonotone()) {
            throw new IllegalStateException("a curve that turns cannot be read backwards");
        }
        boolean rises = slope(middle()) > 0;
        double low = parabola(range.lowest());
        double high = parabola(range.highest());
        if (rises ? newtons < low : newtons > low) {
            return range.lowest() + (newtons - low) / slope(range.lowest());
        }
        if (rises ? newtons > high : newtons < high) {
            return range.highest() + (newtons - high) / slope(range.highest());
        }
        return root(newtons, rises ? 1 : -1);
    }

    /** The slope at a root is ± the square root, and its sign is that of the range. */
    private double root(double newtons, int sign) {
        double square = sign * Math.sqrt(Math.max(0, a1 * a1 - 4 * a2 * (a0 - newtons)));
        boolean sameSign = (a1 > 0) == (square > 0);
        return sameSign ? 2 * (newtons - a0) / (a1 + square) : (square - a1) / (2 * a2);
    }

    @Override
    public double slope(double deflection) {
        return a1 + 2 * a2 * range.nearest(deflection);
    }

    @Override
    public OptionalDouble turnsAt() {
        double first = slope(range.lowest());
        double last = slope(range.highest());
        return first * last > 0 ? OptionalDouble.empty() : OptionalDouble.of(range.nearest(-a1 / (2 * a2)));
    }

    @Override
    public List<Double> coefficients() {
        return List.of(a0, a1, a2);
    }

    private double parabola(double x) {
        return a0 + x * (a1 + x * a2);
    }

    private double middle() {
        return (range.lowest() + range.highest()) / 2;
    }
}
