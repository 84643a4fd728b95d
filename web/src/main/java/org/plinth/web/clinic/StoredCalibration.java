package org.plinth.web.clinic;

import java.time.Instant;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.LinearCalibration;

/**
 * A calibration of a sensor, as stored. Never changed: a new one is added.
 *
 * @param id opaque
 * @param clinic whose
 * @param sensor of which sensor
 * @param curve from the sensor's numbers to newtons; its id is the text of {@code id}
 * @param validFrom first moment of validity
 * @param validUntil first moment after it
 */
public record StoredCalibration(
        Id<StoredCalibration> id,
        Id<Clinic> clinic,
        Id<Sensor> sensor,
        Calibration curve,
        Instant validFrom,
        Instant validUntil) {

    /** A straight line. */
    public StoredCalibration(Id<StoredCalibration> id, Id<Clinic> clinic, Id<Sensor> sensor, LinearCalibration line) {
        this(id, clinic, sensor, line, line.validFrom(), line.validUntil());
    }
}
