package org.plinth.web.capture;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.RecordingStore;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Makes a recording one of another patient's test, and carries decisions from one to the other. What was recorded stays
 * where it was, set aside: nothing is deleted, and carrying back undoes it. Call inside a write.
 */
public final class RecordingMover {

    private final JournalCopy copies;
    private final JournalReplay replay;
    private final RecordingKeeper keeper;
    private final ResultKeeper results;
    private final RandomGenerator ids;

    /** Over the journals of one data folder. */
    public RecordingMover(Journals journals, SensorDrivers drivers, ResultKeeper results, RandomGenerator ids) {
        this.copies = new JournalCopy(journals);
        this.replay = new JournalReplay(journals, drivers);
        this.keeper = new RecordingKeeper(results, ids);
        this.results = results;
        this.ids = ids;
    }

    /** The same recording as one of another test, with the efforts that its own packets hold. */
    public Recording copy(Stores stores, Recording from, PositionTest to) {
        Recording row = new Recording(
                Id.random(ids),
                to.clinic(),
                to.patient(),
                to.visit(),
                to.id(),
                1,
                from.side(),
                Recording.State.OPEN,
                from.driverId(),
                from.driverVersion(),
                from.calibrationId(),
                from.startedAt(),
                Optional.empty(),
                Optional.empty());
        stores.recordings().add(row);
        Optional.ofNullable(stores.feedback().ofTest(from.clinic(), from.test()).get(from.id()))
                .ifPresent(cues -> stores.feedback().add(row.clinic(), row.id(), cues));
        Optional.ofNullable(stores.testers().ofTest(from.clinic(), from.test()).get(from.id()))
                .ifPresent(tester -> stores.testers().tested(row.clinic(), row.id(), tester));
        JournalKey key = key(stores, to.clinic(), to.patient());
        Recording.Seal seal = copies.copy(from, key(stores, from.clinic(), from.patient()), row, key);
        JournalReplay.Replayed held = replay.replay(
                row.id(),
                key,
                (id, driver) -> Calibrations.named(
                        stores, row.clinic(), id, driver.spec().unit()));
        return keeper.keepCopy(stores, row, from.state(), Optional.of(seal), held.force());
    }

    private static JournalKey key(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        return stores.patients()
                .journalKey(clinic, patient)
                .orElseThrow(() -> StoreFailure.notFound("key of the patient's journals"));
    }

    /** From now on the efforts of {@code to} count as those of {@code from} did, and those of {@code from} do not. */
    public void carry(Stores stores, Recording from, Recording to) {
        List<Trial> old = trials(stores, from);
        List<Trial> now = trials(stores, to);
        for (int i = 0; i < now.size(); i++) {
            // Another engine may find other efforts: then they are found anew, and decided anew.
            boolean same = now.size() == old.size() && !old.get(i).isMoved();
            decide(stores, to, now.get(i), same ? old.get(i) : found(now.get(i)));
        }
        for (Trial trial : old) {
            decide(stores, from, trial, excluded(trial));
        }
    }

    /** Measures both tests anew, once all their recordings were carried. */
    public void refresh(Stores stores, Id<Clinic> clinic, Id<PositionTest> one, Id<PositionTest> other) {
        results.refresh(stores, clinic, one);
        results.refresh(stores, clinic, other);
    }

    private static List<Trial> trials(Stores stores, Recording recording) {
        return stores.recordings().trialsOfTest(recording.clinic(), recording.test()).stream()
                .filter(one -> one.recording().id().equals(recording.id()))
                .map(RecordingStore.TrialOf::trial)
                .toList();
    }

    /** As it was found: rejected, or to be decided. */
    private static Trial found(Trial trial) {
        Optional<String> rejected = trial.effort().rejection().map(Enum::name);
        Trial.State state = rejected.isPresent() ? Trial.State.EXCLUDED : Trial.State.CANDIDATE;
        return with(trial, state, rejected, trial);
    }

    private static Trial excluded(Trial trial) {
        return with(trial, Trial.State.EXCLUDED, Optional.of(Trial.MOVED), trial);
    }

    private static Trial with(Trial trial, Trial.State state, Optional<String> reason, Trial pain) {
        return new Trial(
                trial.id(),
                trial.recording(),
                trial.version(),
                trial.effort(),
                trial.measurements(),
                state,
                reason,
                pain.pain());
    }

    private static void decide(Stores stores, Recording recording, Trial trial, Trial as) {
        Trial decided = with(trial, as.state(), as.exclusionReason(), as);
        if (!decided.equals(trial)) {
            stores.recordings().decide(recording.clinic(), decided, trial.version());
        }
    }
}
