package org.plinth.calibration;

import org.plinth.core.quantity.Force;

/** What came of a tare. */
public sealed interface TareOutcome {

    /** The sensor was quiet. */
    record Taken(TareOffset tare) implements TareOutcome {}

    /** Fewer samples or less time than a tare needs: nothing is zeroed. */
    record TooShort() implements TareOutcome {}

    /**
     * It was not quiet: nothing is zeroed.
     *
     * @param reason why
     * @param standardDeviation spread of the window
     * @param drift change over the window
     */
    record Refused(Reason reason, Force standardDeviation, Force drift) implements TareOutcome {}

    /** Why a tare is refused. */
    enum Reason {
        /** The samples spread too much. */
        NOISY,
        /** The load changed while it was taken. */
        DRIFTING
    }
}
