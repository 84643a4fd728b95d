package org.plinth.web.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.JournalWriter;
import org.plinth.web.journal.Journals;

/**
 * Writes a finished journal once more under another patient's key, as another recording. Packets, commands, events and their
 * times stay what they were; the first record names the other test. The journal that is copied is not touched.
 */
final class JournalCopy {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journals journals;

    JournalCopy(Journals journals) {
        this.journals = journals;
    }

    /**
     * Copies it.
     *
     * @throws org.plinth.web.journal.JournalFailure if it cannot be read or written
     */
    Recording.Seal copy(Recording from, JournalKey fromKey, Recording to, JournalKey toKey) {
        try (JournalReader reader = journals.read(from.id(), fromKey);
                JournalWriter writer = journals.create(to.id(), toKey, from.startedAt())) {
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                JournalRecord one = next.get();
                switch (one.type()) {
                    case OPEN ->
                        writer.append(one.type(), one.hostNanos(), one.wallMicros(), ofTest(one.payload(), to.test()));
                    case EVENT -> writer.append(one.type(), one.hostNanos(), one.wallMicros(), one.payload());
                    case IN, OUT ->
                        writer.appendPacket(
                                one.type(), one.hostNanos(), one.wallMicros(), one.characteristic(), one.bytes());
                    case CLOSE -> {
                        return writer.seal(one.hostNanos(), one.wallMicros(), one.payload());
                    }
                }
            }
            writer.forceNow();
        }
        return journals.sealOf(to.id());
    }

    private static byte[] ofTest(byte[] opening, Id<PositionTest> test) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(opening);
            return JSON.writeValueAsBytes(json.put("test", test.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
