package org.plinth.calibration.curve;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A straight line.
 *
 * <pre>
 *   F = a0 + a1 · x      [N]
 * </pre>
 *
 * @param a0 force at no deflection [N]
 * @param a1 slope [N per unit of the reading]; not 0
 * @param range that was calibrated
 */
public record LinearCurve(double a0, double a1, Range range) implements CalibrationCurve {

    /** Rejects what is no line. */
    public LinearCurve {
        if (!Double.isFinite(a0) || !Double.isFinite(a1) || a1 == 0) {
            throw new IllegalArgumentException("a line needs a finite slope that is not 0, was " + a0 + " and " + a1);
        }
    }

    @Override
    public double newtons(double deflection) {
        return a0 + a1 * deflection;
    }

    @Override
    public double deflection(double newtons) {
        return (newtons - a0) / a1;
    }

    @Override
    public double slope(double deflection) {
        return a1;
    }

    @Override
    public OptionalDouble turnsAt() {
        return OptionalDouble.empty();
    }

    @Override
    public List<Double> coefficients() {
        return List.of(a0, a1);
    }
}
