package org.plinth.web.clinic;

import org.plinth.calibration.LinearCalibration;

/**
 * A calibration of a sensor, as stored. Never changed: a new one is added.
 *
 * @param id opaque
 * @param clinic whose
 * @param sensor of which sensor
 * @param line the curve and its validity; its id is the text of {@code id}
 */
public record StoredCalibration(
        Id<StoredCalibration> id, Id<Clinic> clinic, Id<Sensor> sensor, LinearCalibration line) {}
