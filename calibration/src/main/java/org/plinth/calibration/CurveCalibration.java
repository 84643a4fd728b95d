package org.plinth.calibration;

import java.time.Instant;
import org.plinth.calibration.curve.CalibrationCurve;

/**
 * Force by a fitted curve of the deflection.
 *
 * <pre>
 *   F = curve(x − x0)      [N]    x in the sensor's own unit, x0 its reading without load at calibration
 * </pre>
 *
 * @param id opaque
 * @param curve monotone over its range; beyond it goes on as a line
 * @param zeroReading x0
 * @param validFrom first moment of validity
 * @param validUntil first moment after it
 */
public record CurveCalibration(
        String id, CalibrationCurve curve, double zeroReading, Instant validFrom, Instant validUntil)
        implements Calibration {

    /** Rejects what cannot be. */
    public CurveCalibration {
        if (!curve.isMonotone()) {
            throw new IllegalArgumentException("a curve that turns inside its range is no calibration: " + curve);
        }
        if (!Double.isFinite(zeroReading)) {
            throw new IllegalArgumentException("the unloaded reading must be finite, was " + zeroReading);
        }
        if (!validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException(
                    "a calibration must end after it begins: " + validFrom + " to " + validUntil);
        }
    }

    @Override
    public boolean isCalibrated() {
        return true;
    }

    @Override
    public double newtons(double sensorValue) {
        return curve.newtons(sensorValue - zeroReading);
    }

    @Override
    public double newtonsAtZeroReading() {
        return newtons(0);
    }

    @Override
    public Validity validityAt(Instant moment) {
        return Validity.within(validFrom, validUntil, moment);
    }

    /** What the sensor says at this force [N], in its own unit: the curve, backwards. */
    public double sensorValue(double newtons) {
        return curve.deflection(newtons) + zeroReading;
    }

    /** Whether a number of the sensor lies within what was calibrated. */
    public boolean isWithinRange(double sensorValue) {
        return curve.range().contains(sensorValue - zeroReading);
    }
}
