package org.plinth.calibration.curve;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Newtons as a function of deflection, the reading less the reading without load. Beyond the range that was calibrated
 * every curve goes on as the straight line that it ends with, so that it can always be read both ways. Immutable.
 */
public sealed interface CalibrationCurve permits LinearCurve, QuadraticCurve, PiecewiseCurve {

    /** Least and greatest deflection that was calibrated. */
    Range range();

    /** Force at this deflection [N]. */
    double newtons(double deflection);

    /** Deflection at this force; the curve, backwards. Only where it {@link #isMonotone}. */
    double deflection(double newtons);

    /** How much the force grows with the deflection [N per unit of the reading]. */
    double slope(double deflection);

    /** Whether it only rises or only falls over its range. What is not cannot be a calibration. */
    default boolean isMonotone() {
        return turnsAt().isEmpty();
    }

    /** Deflection at which it stops to rise, or to fall; empty where it does not. */
    OptionalDouble turnsAt();

    /** Coefficients by rising power of the deflection [N, N/unit, N/unit²]; empty where it has none. */
    List<Double> coefficients();
}
