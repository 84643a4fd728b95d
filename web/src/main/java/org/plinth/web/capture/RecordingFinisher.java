package org.plinth.web.capture;

import java.util.Optional;
import org.plinth.calibration.ForceConversion;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalWriter;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;

/** Both ends of a recording: begins its journal, and stores what it came to. */
public final class RecordingFinisher {

    private final Store store;
    private final Journals journals;
    private final RecordingKeeper keeper;
    private final Recovery recovery;
    private final HostTime time;

    /** With the store and journals of one data folder. */
    public RecordingFinisher(Store store, Journals journals, RecordingKeeper keeper, Recovery recovery, HostTime time) {
        this.store = store;
        this.journals = journals;
        this.keeper = keeper;
        this.recovery = recovery;
        this.time = time;
    }

    RecordingPipeline open(Recording row, PipelineTarget target, SensorStation station, OpeningContext context) {
        try {
            JournalKey key = store.read(stores -> stores.patients().journalKey(row.clinic(), row.patient()))
                    .orElseThrow(() -> StoreFailure.notFound("key of the patient's journals"));
            JournalWriter journal = journals.create(row.id(), key, row.startedAt());
            ForceConversion conversion = new ForceConversion(
                    context.calibration(), Force.ofNewtons(context.tare().newtons()));
            RecordingPipeline pipeline = new RecordingPipeline(
                    target,
                    journal,
                    ear -> new ForceAssembly(
                            station.driver().newDecoder(), station.driver().spec(), conversion, ear),
                    time);
            pipeline.open(station.opening(context));
            return pipeline;
        } catch (JournalFailure | StoreFailure failure) {
            store.write(
                    act(row, "recording.not-begun"),
                    stores ->
                            keeper.keep(stores, row, Recording.State.INTERRUPTED, Optional.empty(), Optional.empty()));
            throw failure;
        }
    }

    void store(Recording row, RecordingPipeline.Finished finished, Act act) {
        if (finished.seal().isEmpty()) {
            recovery.recover(row);
            return;
        }
        boolean stopped = finished.cause() == EndCause.STOPPED;
        store.write(
                act,
                stores -> keeper.keep(
                        stores,
                        row,
                        stopped ? Recording.State.CLOSED : Recording.State.INTERRUPTED,
                        finished.seal(),
                        Optional.of(finished.force())));
    }

    /** Stores a recording whose row was left OPEN though nothing records it any more. */
    public void recover(Recording row) {
        recovery.recover(row);
    }

    /** What the program does of its own accord. */
    Act own(Recording row, EndCause cause) {
        return act(row, "recording." + cause.id());
    }

    private Act act(Recording row, String action) {
        return Act.ofPlinth(row.clinic(), time.wall().instant(), action);
    }
}
