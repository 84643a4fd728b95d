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

    /** What the sensor shows for this force; the inverse of {@link #newtons}. */
    public double sensorValue(double force) {
        return (force - interceptNewtons) / newtonsPerUnit;
    }

    /** Whether it held at this moment. */
    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(validFrom) && moment.isBefore(validUntil);
    }
}
