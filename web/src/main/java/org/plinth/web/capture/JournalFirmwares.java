package org.plinth.web.capture;

import java.util.Optional;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Stores;

/** What a sensor said its firmware was, from the first record of a journal. */
public final class JournalFirmwares implements ResultKeeper.Firmwares {

    private static final String UNKNOWN = "unknown";

    private final Journals journals;

    /** From these journals. */
    public JournalFirmwares(Journals journals) {
        this.journals = journals;
    }

    @Override
    public String of(Stores stores, Recording recording) {
        return stores.patients()
                .journalKey(recording.clinic(), recording.patient())
                .flatMap(key -> firstRecord(recording, key))
                .flatMap(first -> JournalOpening.parse(first.payload()))
                .map(JournalOpening::firmware)
                .orElse(UNKNOWN);
    }

    private Optional<JournalRecord> firstRecord(Recording recording, JournalKey key) {
        try (JournalReader reader = journals.read(recording.id(), key)) {
            return reader.next();
        } catch (JournalFailure unreadable) {
            return Optional.empty();
        }
    }
}
