package org.plinth.web.capture;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after recordings that were cut off: reads their journal, cuts a torn tail, stores the efforts found as
 * candidates, and says all of it. Run once before the server serves. Journals that no row names are listed, never touched.
 */
public final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Store store;
    private final Journals journals;
    private final JournalReplay replay;
    private final RecordingKeeper keeper;
    private final Clock clock;
    private final Waiting waiting;

    /** Looks after recordings that may still go on. */
    @FunctionalInterface
    public interface Waiting {

        /** Whether this one, whose journal nobody writes any more, is kept open for what is still to come. */
        boolean keeps(Recording open, JournalKey key);
    }

    /** With the store and journals of one data folder, which nobody else uses yet. No recording goes on. */
    public Recovery(Store store, Journals journals, JournalReplay replay, RecordingKeeper keeper, Clock clock) {
        this(store, journals, replay, keeper, clock, (open, key) -> false);
    }

    /** The same with somebody who lets some recordings go on. */
    public Recovery(
            Store store,
            Journals journals,
            JournalReplay replay,
            RecordingKeeper keeper,
            Clock clock,
            Waiting waiting) {
        this.waiting = waiting;
        this.store = store;
        this.journals = journals;
        this.replay = replay;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Recovers all there is to recover. Doing it again finds nothing but what was only reported. */
    public RecoveryReport run() {
        List<RecoveryReport.Recovered> recovered = new ArrayList<>();
        List<RecoveryReport.Missing> missing = new ArrayList<>();
        for (Recording open : store.read(stores -> stores.recordings().unfinished())) {
            try {
                if (!waiting.keeps(open, key(open))) {
                    recovered.add(recover(open));
                }
            } catch (JournalFailure unreadable) {
                LOG.warn("recording {} has no readable journal: {}", open.id(), unreadable.reason());
                missing.add(giveUp(open, unreadable));
            }
        }
        return new RecoveryReport(clock.instant(), recovered, orphans(), missing);
    }

    /** Recovers one recording whose row is OPEN and whose journal nobody writes any more. */
    RecoveryReport.Recovered recover(Recording open) {
        JournalKey key = key(open);
        JournalReplay.Replayed found = store.read(stores -> replay.replay(
                open.id(),
                key,
                (id, driver) -> Calibrations.named(
                        stores, open.clinic(), id, driver.spec().unit())));
        long torn = found.end().tornTail().map(tail -> tail.length()).orElse(0L);
        Recording.Seal seal = torn > 0 ? journals.cut(open.id(), found.end()) : journals.sealOf(open.id());
        Recording ended = store.write(
                act(open, "recording.recover"),
                stores -> keeper.keep(stores, open, Recording.State.INTERRUPTED, Optional.of(seal), found.force()));
        int efforts = found.force().map(FoundEffort::in).orElse(List.of()).size();
        LOG.info(
                "recording {} was cut off: {} packets, {} efforts, {} torn bytes",
                open.id(),
                found.packets(),
                efforts,
                torn);
        return new RecoveryReport.Recovered(ended, ended.patient(), found.packets(), efforts, torn);
    }

    private JournalKey key(Recording open) {
        return store.read(stores -> stores.patients().journalKey(open.clinic(), open.patient()))
                .orElseThrow(() -> new JournalFailure(
                        JournalFailure.Reason.WRONG_KEY, "the key of recording " + open.id() + " is gone"));
    }

    private RecoveryReport.Missing giveUp(Recording open, JournalFailure why) {
        String reason = "capture.recovery." + why.reason();
        try {
            Recording ended = store.write(
                    act(open, "recording.give-up"),
                    stores ->
                            keeper.keep(stores, open, Recording.State.INTERRUPTED, Optional.empty(), Optional.empty()));
            return new RecoveryReport.Missing(ended, reason);
        } catch (StoreFailure failure) {
            LOG.error("recording {} could not be marked as interrupted: {}", open.id(), failure.reason());
            return new RecoveryReport.Missing(open, reason);
        }
    }

    private Act act(Recording open, String action) {
        return Act.ofPlinth(open.clinic(), clock.instant(), action);
    }

    private List<RecoveryReport.Orphan> orphans() {
        List<Id<Recording>> unknown = store.read(stores -> stores.recordings().unknown(journals.list()));
        return unknown.stream()
                .map(id ->
                        new RecoveryReport.Orphan(id, journals.path(id).toFile().length()))
                .toList();
    }
}
