package org.plinth.calibration.uncertainty;

import java.util.OptionalDouble;
import org.plinth.calibration.characteristic.ResolutionStep;

/**
 * What a budget needs beyond the run itself.
 *
 * @param step least step of the reading
 * @param zeroHalfWidth limits within which the zero lies [N]; empty: the zero return that was measured
 * @param alignmentDegrees greatest angle between load and axis [°]
 * @param temperatureHalfWidth limits of what the temperature changes, as a part of the force; empty where not stated
 */
public record BudgetInputs(
        ResolutionStep step,
        OptionalDouble zeroHalfWidth,
        double alignmentDegrees,
        OptionalDouble temperatureHalfWidth) {

    /** Angle that a hand can hold to [°]; an engineering value. */
    public static final double USUAL_ALIGNMENT_DEGREES = 2;

    /** Rejects what cannot be. */
    public BudgetInputs {
        if (!(alignmentDegrees >= 0 && alignmentDegrees < 45)) {
            throw new IllegalArgumentException("the alignment is from 0° to 45°, was " + alignmentDegrees);
        }
        requireNotNegative("zero", zeroHalfWidth);
        requireNotNegative("temperature", temperatureHalfWidth);
    }

    /** With this step, the measured zero return, 2° and no temperature. */
    public static BudgetInputs usual(ResolutionStep step) {
        return new BudgetInputs(step, OptionalDouble.empty(), USUAL_ALIGNMENT_DEGREES, OptionalDouble.empty());
    }

    /** The same with the zero within these limits [N]. */
    public BudgetInputs zeroWithin(double newtons) {
        return new BudgetInputs(step, OptionalDouble.of(newtons), alignmentDegrees, temperatureHalfWidth);
    }

    /** The same with the temperature changing at most this part of the force. */
    public BudgetInputs temperatureWithin(double part) {
        return new BudgetInputs(step, zeroHalfWidth, alignmentDegrees, OptionalDouble.of(part));
    }

    /** The same with this greatest angle [°]. */
    public BudgetInputs alignedWithin(double degrees) {
        return new BudgetInputs(step, zeroHalfWidth, degrees, temperatureHalfWidth);
    }

    private static void requireNotNegative(String what, OptionalDouble value) {
        if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() < 1e6)) {
            throw new IllegalArgumentException("limits of the " + what + " are 0 or more, were " + value.getAsDouble());
        }
    }
}
