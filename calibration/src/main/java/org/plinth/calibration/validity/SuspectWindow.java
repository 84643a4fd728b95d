package org.plinth.calibration.validity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A span of time whose results are in doubt. Nothing in it is rewritten: it is marked.
 *
 * @param after results later than this; {@link Instant#MIN} where the sensor was never shown to be right
 * @param until results earlier than this; empty while the doubt stands
 * @param causes why
 */
public record SuspectWindow(Instant after, Optional<Instant> until, Set<SuspectCause> causes) {

    /** Copies the set. */
    public SuspectWindow {
        causes = Set.copyOf(causes);
    }

    /** Whether a result of this moment is in doubt. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(after) && (until.isEmpty() || moment.isBefore(until.get()));
    }
}
