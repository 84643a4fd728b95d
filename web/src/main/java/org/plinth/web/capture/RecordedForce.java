package org.plinth.web.capture;

import java.util.List;
import org.plinth.core.signal.ForceTrace;
import org.plinth.driver.Ledger;
import org.plinth.driver.Timing;

/**
 * What a recording holds once decoded.
 *
 * @param segments one trace for each stretch of the sensor's clock, in order; at least one, which may be empty
 * @param ledger what arrived and what did not
 * @param timing how its time ran
 * @param zero whether its zero held
 */
public record RecordedForce(List<ForceTrace> segments, Ledger ledger, Timing timing, ZeroHeld zero) {

    /** Of a sensor whose zero stays. */
    public RecordedForce(List<ForceTrace> segments, Ledger ledger, Timing timing) {
        this(segments, ledger, timing, ZeroHeld.ALWAYS);
    }

    /** Copies the list. */
    public RecordedForce {
        segments = List.copyOf(segments);
    }

    /** Whether nothing is known to be missing inside it: no sample lost or unreadable, no gap, no new start of the clock. */
    public boolean isWhole() {
        boolean counted = ledger.lost().orElse(0) == 0 && ledger.missing() == 0 && ledger.malformed() == 0;
        return counted
                && segments.size() == 1
                && segments.get(0)
                        .quality()
                        .filter(quality -> !quality.gaps().isEmpty())
                        .isEmpty();
    }
}
