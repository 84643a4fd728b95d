package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.driver.Ledger;

/**
 * What a sensor delivered between start and stop. Its packets are in the journal of the same id.
 *
 * @param id opaque; also the name of its journal
 * @param clinic where
 * @param patient whose
 * @param visit at which
 * @param test in which position
 * @param version of these data, from 1
 * @param side which side was tested
 * @param state how far it got
 * @param driverId who decoded it
 * @param driverVersion of that driver
 * @param calibrationId what made newtons of it; {@code uncalibrated} where nothing did
 * @param startedAt wall time of the start
 * @param seal hash and length of the finished journal
 * @param ledger what arrived and what did not
 */
public record Recording(
        Id<Recording> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Visit> visit,
        Id<PositionTest> test,
        int version,
        Side side,
        State state,
        String driverId,
        int driverVersion,
        String calibrationId,
        Instant startedAt,
        Optional<Seal> seal,
        Optional<Ledger> ledger) {

    /** How far a recording got. */
    public enum State {
        /** Being recorded, or cut off and not yet looked at. */
        OPEN,
        /** Stopped by the clinician; all its packets are in the journal. */
        CLOSED,
        /** Cut off; what its journal held was recovered. */
        INTERRUPTED
    }

    /**
     * What proves a journal unchanged.
     *
     * @param sha256 of the stored bytes, 64 hexadecimal digits
     * @param bytes length of the file
     */
    public record Seal(String sha256, long bytes) {}
}
