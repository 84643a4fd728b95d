package org.plinth.web.capture;

import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;

/**
 * What the sensor of a visit is doing.
 *
 * @param phase how far
 * @param test in which position test, if any
 * @param side under test, once known
 * @param recording the one that runs, or the last one
 * @param storedPackets packets of that recording that are in the journal
 * @param note what a person must read, as a key of the text catalogue; empty for nothing
 */
public record LiveState(
        Phase phase,
        Optional<Id<PositionTest>> test,
        Optional<Side> side,
        Optional<Id<Recording>> recording,
        long storedPackets,
        Optional<String> note) {

    /** Nothing yet. */
    public static final LiveState IDLE =
            new LiveState(Phase.IDLE, Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());

    /** Where nothing records. */
    static LiveState of(Phase phase, Optional<Id<PositionTest>> test, Optional<String> note) {
        return new LiveState(phase, test, Optional.empty(), Optional.empty(), 0, note);
    }

    /** How far. The names are those of the live socket's {@code state} message. */
    public enum Phase {
        /** No sensor. */
        IDLE,
        /** Connected; not zeroed for a side. */
        CONNECTED,
        /** Zeroed for {@link LiveState#side}. */
        TARED,
        /** Recording. */
        RECORDING,
        /** Stopped; the efforts are stored. */
        STOPPED,
        /** No sample for a second, or the link is down. */
        SIGNAL_LOST
    }
}
