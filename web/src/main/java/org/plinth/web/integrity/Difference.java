package org.plinth.web.integrity;

import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;

/**
 * One stored thing that does not follow from the journals.
 *
 * @param place what it belongs to
 * @param what by its stable name, with its unit: {@code peak100_N}, {@code onset_us}, {@code symmetry_pct}
 * @param stored as it stands; empty where nothing stands there
 * @param storedEngine that computed it; empty for what no engine computed, such as a ledger
 * @param now as this engine computes it; empty where there is nothing
 * @param nowEngine this engine
 */
public record Difference(
        Place place,
        String what,
        Optional<String> stored,
        Optional<String> storedEngine,
        Optional<String> now,
        String nowEngine) {

    /**
     * What a finding belongs to.
     *
     * @param test the position test
     * @param recording empty for what belongs to the whole test
     * @param side empty for a symmetry
     * @param effort its number in the recording; empty for what belongs to no single effort
     */
    public record Place(
            Id<PositionTest> test, Optional<Id<Recording>> recording, Optional<Side> side, Optional<Integer> effort) {

        /** One effort of a recording. */
        static Place ofEffort(Recording recording, int effort) {
            return new Place(
                    recording.test(), Optional.of(recording.id()), Optional.of(recording.side()), Optional.of(effort));
        }

        /** A whole recording. */
        static Place ofRecording(Recording recording) {
            return new Place(
                    recording.test(), Optional.of(recording.id()), Optional.of(recording.side()), Optional.empty());
        }

        /** The result of one side. */
        static Place ofSide(Id<PositionTest> test, Side side) {
            return new Place(test, Optional.empty(), Optional.of(side), Optional.empty());
        }

        /** The symmetry. */
        static Place ofTest(Id<PositionTest> test) {
            return new Place(test, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
