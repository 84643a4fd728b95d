package org.plinth.calibration.validity;

import java.time.Instant;

/** Something that happened to a sensor and bears on trust in it. */
public sealed interface SensorEvent {

    /** When. */
    Instant at();

    /**
     * It was calibrated, or verified in full, and passed.
     *
     * @param at when
     * @param validUntil first moment after its time
     */
    record Calibrated(Instant at, Instant validUntil) implements SensorEvent {}

    /**
     * A check passed: everything before it that was not in doubt is confirmed.
     *
     * @param at when
     */
    record CheckPassed(Instant at) implements SensorEvent {}

    /**
     * Something put it in doubt.
     *
     * @param at when
     * @param cause why
     */
    record Doubted(Instant at, SuspectCause cause) implements SensorEvent {}
}
