package org.plinth.web.integrity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.driver.Ledger;
import org.plinth.web.capture.FoundEffort;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.measure.RecordedSide;
import org.plinth.web.measure.TestMeasurement;
import org.plinth.web.store.Act;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Adds what was computed again as a further version, one transaction a test. Nothing that stands is changed; decisions
 * about efforts are carried over, and only where the efforts are the same ones.
 */
final class AgainWriter {

    private static final String ACTION = "recompute.write";

    private final Store store;
    private final StoredReader reader;
    private final ResultKeeper keeper;
    private final Clock clock;

    AgainWriter(Store store, ResultKeeper keeper, Clock clock) {
        this.store = store;
        this.reader = new StoredReader(keeper);
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Writes; tells why not where it did not. */
    Optional<Findings.NotWritten> write(Stored seen, TestCheck.Verdict verdict, String reason) {
        if (!verdict.unreadable().isEmpty() || verdict.unfinished() > 0) {
            return Optional.of(Findings.NotWritten.UNREADABLE);
        }
        if (!verdict.sameEfforts()) {
            return Optional.of(Findings.NotWritten.OTHER_EFFORTS);
        }
        Act act = new Act(seen.test().clinic(), Act.PLINTH, clock.instant(), ACTION, reason, "");
        try {
            return store.write(act, stores -> write(stores, seen, verdict));
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.OLD_VERSION) {
                return Optional.of(Findings.NotWritten.CHANGED_MEANWHILE);
            }
            throw failure;
        }
    }

    private Optional<Findings.NotWritten> write(Stores stores, Stored seen, TestCheck.Verdict verdict) {
        for (Map.Entry<Recording, Ledger> one : verdict.ledgers().entrySet()) {
            Recording recording = one.getKey();
            stores.recordings().amend(withLedger(recording, one.getValue()), recording.version());
        }
        if (!verdict.again().isEmpty()) {
            stores.recordings().analyseAgain(seen.test().clinic(), verdict.again(), FoundEffort.engine());
        }
        Stored now = reader.read(stores, seen.visit()).stream()
                .filter(one -> one.test().equals(seen.test()))
                .findFirst()
                .orElseThrow(() -> StoreFailure.notFound("test"));
        keeper.put(stores, now.visit(), now.test(), TestMeasurement.of(now.context(), recorded(now)));
        return Optional.empty();
    }

    private static List<RecordedSide> recorded(Stored stored) {
        List<RecordedSide> recorded = new ArrayList<>();
        for (Recording recording : stored.recordings()) {
            List<Trial> trials =
                    stored.trialsOf(recording.id()).stream().map(TrialOf::trial).toList();
            recorded.add(new RecordedSide(recording, trials));
        }
        return recorded;
    }

    private static Recording withLedger(Recording old, Ledger ledger) {
        return new Recording(
                old.id(),
                old.clinic(),
                old.patient(),
                old.visit(),
                old.test(),
                old.version(),
                old.side(),
                old.state(),
                old.driverId(),
                old.driverVersion(),
                old.calibrationId(),
                old.startedAt(),
                old.seal(),
                Optional.of(ledger));
    }
}
