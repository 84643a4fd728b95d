package org.plinth.web.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.RemoteStamp;
import org.plinth.driver.link.bridge.BridgeReturn;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalEnd;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.Journals;
import org.plinth.web.journal.RecordType;

/**
 * A journal of packets from a browser, cut off between two records.
 *
 * @param opening its first record
 * @param stamp which packet of which browser the first one was
 * @param packets all that it holds; at least one
 * @param next number of the packet that follows them
 * @param end how reading ended
 */
record CutJournal(JournalOpening opening, RemoteStamp stamp, List<Packet> packets, long next, JournalEnd end) {

    /** What was found while reading. */
    private static final class Finds {
        private Optional<JournalOpening> opening = Optional.empty();
        private Optional<RemoteStamp> stamp = Optional.empty();
        private final List<Packet> packets = new ArrayList<>();
        private long dropped;

        void add(JournalRecord one) {
            if (one.type() == RecordType.OPEN) {
                opening = JournalOpening.parse(one.payload());
            } else if (one.type() == RecordType.IN) {
                packets.add(new Packet(one.characteristic(), one.bytes(), one.hostNanos(), one.wallMicros()));
            } else if (one.type() == RecordType.EVENT) {
                stamp = stamp.or(() -> JournalNotes.stampIn(one.payload()));
                dropped += packets.isEmpty() ? 0 : JournalNotes.droppedIn(one.payload());
            }
        }
    }

    /**
     * Reads one; empty if it is closed, torn, or not of a browser's packets.
     *
     * @throws org.plinth.web.journal.JournalFailure if there is no readable journal
     */
    static Optional<CutJournal> read(Journals journals, Id<Recording> recording, JournalKey key) {
        Finds finds = new Finds();
        JournalEnd end;
        try (JournalReader reader = journals.read(recording, key)) {
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                finds.add(next.get());
            }
            end = reader.end();
        }
        boolean whole = !end.closed() && end.tornTail().isEmpty();
        if (!whole || finds.opening.isEmpty() || finds.stamp.isEmpty() || finds.packets.isEmpty()) {
            return Optional.empty();
        }
        long next = finds.stamp.get().seq() + finds.packets.size() + finds.dropped;
        return Optional.of(new CutJournal(finds.opening.get(), finds.stamp.get(), finds.packets, next, end));
    }

    /** The last packet. */
    Packet last() {
        return packets.get(packets.size() - 1);
    }

    /** How its browser goes on. */
    BridgeReturn toReturn(String group) {
        Packet first = packets.get(0);
        return new BridgeReturn(
                opening.sensor(), group, stamp, first.hostNanos(), first.wallMicros(), next, last().hostNanos());
    }
}
