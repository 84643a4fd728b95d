package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.Force;

/**
 * A check of a sensor. Never changed; a wrong one is followed by another.
 *
 * @param id opaque
 * @param clinic whose
 * @param sensor of which
 * @param kind what was compared with what
 * @param takenAt when it was read
 * @param object what hung: its name; empty for a zero
 * @param reference what it should show; empty where this reading becomes the reference
 * @param indicated what it showed, its zero taken off
 * @param limit greatest difference; empty where this reading becomes the reference
 * @param uncertainty U of the difference; empty where nothing can be said of it
 * @param raw the sensor's own numbers; empty where a force was typed
 * @param source where the reading comes from
 * @param outcome what came of it
 * @param calibration that made newtons of it; empty where the sensor had none
 * @param author who made it
 * @param reason in the person's words; may be empty
 */
public record SensorCheck(
        Id<SensorCheck> id,
        Id<Clinic> clinic,
        Id<Sensor> sensor,
        Kind kind,
        Instant takenAt,
        String object,
        Optional<Force> reference,
        Force indicated,
        Optional<Force> limit,
        Optional<Force> uncertainty,
        Optional<Raw> raw,
        ReadingSource source,
        Outcome outcome,
        Optional<Id<StoredCalibration>> calibration,
        Id<Account> author,
        String reason) {

    /** What is compared. */
    public enum Kind {
        /** The unloaded sensor with zero. */
        ZERO,
        /** Any object that does not change with what it showed before: stability. */
        OBJECT,
        /** A mass with a certificate: accuracy. */
        MASS
    }

    /** What came of it. */
    public enum Outcome {
        /** Nothing to compare with yet: from now on this is what the object should show. */
        REFERENCE,
        /** Within the limit. */
        PASS,
        /** Beyond the limit. */
        FAIL,
        /** Too near to the limit to tell. */
        CANNOT_TELL
    }

    /**
     * The sensor's own numbers.
     *
     * @param zero without the object
     * @param loaded with it; empty for a zero
     */
    public record Raw(double zero, OptionalDouble loaded) {}

    /** Change or error: indicated less reference; empty where there was none to compare with. */
    public Optional<Force> difference() {
        return reference.map(indicated::minus);
    }
}
