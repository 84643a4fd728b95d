package org.plinth.web.clinic;

import java.time.Instant;

/**
 * Something that happened to a sensor.
 *
 * @param id opaque
 * @param clinic whose
 * @param sensor to which
 * @param kind what
 * @param happenedAt when
 * @param detail more of it: the firmware that was seen, how far it fell
 * @param author who told it
 */
public record SensorIncident(
        Id<SensorIncident> id,
        Id<Clinic> clinic,
        Id<Sensor> sensor,
        Kind kind,
        Instant happenedAt,
        String detail,
        Id<Account> author) {

    /** What can happen. */
    public enum Kind {
        /** Loaded beyond 120 % of its capacity. */
        OVERLOAD,
        /** Dropped. */
        DROP,
        /** Told its firmware for the first time; the detail is the version. */
        FIRMWARE_SEEN,
        /** Told another firmware than before; the detail is the version. */
        FIRMWARE_CHANGED,
        /** Not to be used for now. */
        PUT_ASIDE,
        /** In use again. */
        BACK_IN_USE,
        /** Told the calibration that it holds itself; read, never written. The detail is what it told. */
        OWN_CALIBRATION
    }
}
