package org.plinth.web.capture;

import java.util.Optional;
import java.util.function.Consumer;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the force of a recording again from its journal, for whoever wants to see what a number was made of. Reads only. */
public final class RawForce {

    private static final Logger LOG = LoggerFactory.getLogger(RawForce.class);

    private final Store store;
    private final Journals journals;
    private final JournalReplay replay;

    /** Over the store and journals of one data folder. */
    public RawForce(Store store, Journals journals, SensorDrivers drivers) {
        this.store = store;
        this.journals = journals;
        this.replay = new JournalReplay(journals, drivers);
    }

    /**
     * Every record of a journal, opened, one by one.
     *
     * @return whether it could be read; what came before a torn tail was given all the same
     */
    public boolean records(Recording recording, Consumer<JournalRecord> sink) {
        Optional<JournalKey> key =
                store.read(stores -> stores.patients().journalKey(recording.clinic(), recording.patient()));
        if (key.isEmpty()) {
            return false;
        }
        try (JournalReader reader = journals.read(recording.id(), key.get())) {
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                sink.accept(next.get());
            }
            return true;
        } catch (JournalFailure unreadable) {
            LOG.warn("recording {} has no readable journal: {}", recording.id(), unreadable.reason());
            return false;
        }
    }

    /** What a finished recording holds; empty where its journal cannot be read. */
    public Optional<JournalReplay.Replayed> of(Recording recording) {
        return store.read(stores -> stores.patients()
                .journalKey(recording.clinic(), recording.patient())
                .flatMap(key -> {
                    try {
                        return Optional.of(replay.replay(
                                recording.id(),
                                key,
                                (id, driver) -> Calibrations.named(
                                        stores,
                                        recording.clinic(),
                                        id,
                                        driver.spec().unit())));
                    } catch (JournalFailure unreadable) {
                        LOG.warn("recording {} has no readable journal: {}", recording.id(), unreadable.reason());
                        return Optional.<JournalReplay.Replayed>empty();
                    }
                }));
    }
}
