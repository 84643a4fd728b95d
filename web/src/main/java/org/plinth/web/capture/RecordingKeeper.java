package org.plinth.web.capture;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.Stores;

/** Stores what a finished recording came to: state, seal, ledger, efforts and measurements, in one transaction. */
public final class RecordingKeeper {

    private final ResultKeeper results;
    private final RandomGenerator ids;
    private final SensorDiary diary;

    /** With what keeps results in step. */
    public RecordingKeeper(ResultKeeper results, RandomGenerator ids) {
        this.results = results;
        this.ids = ids;
        diary = new SensorDiary(ids);
    }

    /**
     * Stores it. Call inside a write.
     *
     * @param open as it stands in the database, state OPEN
     * @param state CLOSED or INTERRUPTED
     * @param seal of the journal; empty where it has none
     * @param force what was recorded; empty where the journal could not be decoded
     */
    public Recording keep(
            Stores stores,
            Recording open,
            Recording.State state,
            Optional<Recording.Seal> seal,
            Optional<RecordedForce> force) {
        Recording ended = keepAlone(stores, open, state, seal, force);
        results.refresh(stores, open.clinic(), open.test());
        return ended;
    }

    /** The same without looking at the results, for a caller who decides about the efforts right after. */
    public Recording keepAlone(
            Stores stores,
            Recording open,
            Recording.State state,
            Optional<Recording.Seal> seal,
            Optional<RecordedForce> force) {
        Recording ended = keepCopy(stores, open, state, seal, force);
        force.ifPresent(recorded -> diary.overload(stores, ended, recorded));
        return ended;
    }

    /** The same for one that was made from another recording: what its sensor went through is written down already. */
    Recording keepCopy(
            Stores stores,
            Recording open,
            Recording.State state,
            Optional<Recording.Seal> seal,
            Optional<RecordedForce> force) {
        Recording ended = stores.recordings().amend(ended(open, state, seal, force), open.version());
        List<Trial> trials = force.map(FoundEffort::in).orElse(List.of()).stream()
                .map(found -> found.toTrial(open.id(), ids))
                .toList();
        if (!trials.isEmpty()) {
            stores.recordings().addTrials(open.clinic(), trials, FoundEffort.engine());
        }
        return ended;
    }

    private static Recording ended(
            Recording open, Recording.State state, Optional<Recording.Seal> seal, Optional<RecordedForce> force) {
        return new Recording(
                open.id(),
                open.clinic(),
                open.patient(),
                open.visit(),
                open.test(),
                open.version(),
                open.side(),
                state,
                open.driverId(),
                open.driverVersion(),
                open.calibrationId(),
                open.startedAt(),
                seal,
                force.map(RecordedForce::ledger));
    }
}
