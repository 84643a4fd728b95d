package org.plinth.web.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.driver.Capability;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.Support;

/**
 * What a person must know of the sensor of a test, before its first number.
 *
 * @param driverId who speaks to it
 * @param peripheralId by which its transport finds it
 * @param name of its kind
 * @param seenOnHardware whether its kind has been tried, and not only described (decision T22)
 * @param needsZeroCheck whether it can lose its zero without a sign
 * @param shortRange its range, where that is known and less than the position may need
 * @param capacity greatest force that it measures, where known: what it shows from there on is not the force
 */
public record SensorFacts(
        String driverId,
        String peripheralId,
        String name,
        boolean seenOnHardware,
        boolean needsZeroCheck,
        Optional<Force> shortRange,
        Optional<Force> capacity) {

    /** Something to read. The text catalogue has the words under {@code capture.sensor.<name>}. */
    public enum Note {
        /** Its kind is read by a description alone. */
        NOT_SEEN_ON_HARDWARE,
        /** It can lose its zero. */
        NEEDS_ZERO_CHECK,
        /** Its range may not do: first what it takes, then what the position may need [N]. */
        RANGE_SHORT
    }

    static SensorFacts of(SensorDriver driver, String peripheralId, TestPosition position) {
        return new SensorFacts(
                driver.id(),
                peripheralId,
                driver.displayName(),
                driver.support() != Support.DECODE_ONLY,
                driver.capabilities().contains(Capability.NEEDS_ZERO_CHECK),
                driver.spec().capacity().filter(greatest -> position.minimumRange()
                        .filter(needed -> greatest.compareTo(needed) < 0)
                        .isPresent()),
                driver.spec().capacity());
    }

    /** What there is to read, in order. */
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (!seenOnHardware) {
            notes.add(Note.NOT_SEEN_ON_HARDWARE);
        }
        if (needsZeroCheck) {
            notes.add(Note.NEEDS_ZERO_CHECK);
        }
        if (shortRange.isPresent()) {
            notes.add(Note.RANGE_SHORT);
        }
        return notes;
    }
}
