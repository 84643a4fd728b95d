package org.plinth.calibration;

import java.time.Instant;

/**
 * Force as a straight line of what the sensor says.
 *
 * <pre>
 *   F = slope · x + intercept      [N]    x in the sensor's own unit
 * </pre>
 *
 * @param id opaque
 * @param newtonsPerUnit slope [N per unit of the sensor]; not 0
 * @param interceptNewtons force at x = 0 [N]
 * @param validFrom first moment of validity
 * @param validUntil first moment after it
 */
public record LinearCalibration(
        String id, double newtonsPerUnit, double interceptNewtons, Instant validFrom, Instant validUntil)
        implements Calibration {

    /** Rejects what cannot be. */
    public LinearCalibration {
        if (!Double.isFinite(newtonsPerUnit) || newtonsPerUnit == 0) {
            throw new IllegalArgumentException("a calibration slope must be finite and not 0, was " + newtonsPerUnit);
        }
        if (!Double.isFinite(interceptNewtons)) {
            throw new IllegalArgumentException("a calibration intercept must be finite, was " + interceptNewtons);
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
        return newtonsPerUnit * sensorValue + interceptNewtons;
    }

    @Override
    public double newtonsAtZeroReading() {
        return interceptNewtons;
    }

    /** From {@link #validFrom} on, up to but without {@link #validUntil}. */
    @Override
    public Validity validityAt(Instant moment) {
        return Validity.within(validFrom, validUntil, moment);
    }

    /** What the sensor says at this force [N], in its own unit: the line, backwards. */
    public double sensorValue(double newtons) {
        return (newtons - interceptNewtons) / newtonsPerUnit;
    }
}
