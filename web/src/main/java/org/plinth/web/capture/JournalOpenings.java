package org.plinth.web.capture;

import java.util.Optional;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Stores;

/** First records of journals: what a sensor said of itself when a recording was opened. */
public final class JournalOpenings implements ResultKeeper.Openings {

    private final Journals journals;

    /** From these journals. */
    public JournalOpenings(Journals journals) {
        this.journals = journals;
    }

    @Override
    public Optional<ResultKeeper.Opened> of(Stores stores, Recording recording) {
        return stores.patients()
                .journalKey(recording.clinic(), recording.patient())
                .flatMap(key -> firstRecord(recording, key))
                .flatMap(first -> JournalOpening.parse(first.payload()))
                .map(said ->
                        new ResultKeeper.Opened(said.firmware(), said.origin().decodeOnly()));
    }

    private Optional<JournalRecord> firstRecord(Recording recording, JournalKey key) {
        try (JournalReader reader = journals.read(recording.id(), key)) {
            return reader.next();
        } catch (JournalFailure unreadable) {
            return Optional.empty();
        }
    }
}
