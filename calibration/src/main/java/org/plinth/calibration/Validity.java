package org.plinth.calibration;

import java.time.Instant;

/**
 * Whether a moment lies in a calibration's time. What checks, overloads and drops say of the sensor is
 * {@link org.plinth.calibration.validity.SensorState}.
 */
public enum Validity {
    /** A reference stands behind it and its time is not over. */
    VALID,
    /** Its time has not begun. */
    NOT_YET,
    /** Its time is over. */
    EXPIRED,
    /** There is none. */
    NEVER_CALIBRATED;

    /** From {@code from} on, up to but without {@code until}. */
    static Validity within(Instant from, Instant until, Instant moment) {
        if (moment.isBefore(from)) {
            return NOT_YET;
        }
        return moment.isBefore(until) ? VALID : EXPIRED;
    }
}
