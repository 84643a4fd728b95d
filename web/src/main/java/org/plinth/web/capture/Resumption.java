package org.plinth.web.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.ForceConversion;
import org.plinth.core.quantity.Force;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.bridge.BridgeLinkProvider;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recordings that a browser was delivering when the server was killed. The sensor streams on and the browser keeps what
 * comes; so the recording stays open, and when the browser is back the same journal goes on with the packet that follows its
 * last one. If it does not come back in time, the recording ends as one that was cut off.
 *
 * <p>First {@link #keeps} for each, while nobody serves yet; then {@link #begin} once.
 */
public final class Resumption implements Recovery.Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    /** A browser keeps packets for no longer. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Store store;
    private final Journals journals;
    private final SensorDrivers drivers;
    private final BridgeLinkProvider bridge;
    private final HostTime time;
    private final List<Cut> cuts = new ArrayList<>();
    private final ExecutorService ending = Executors.newSingleThreadExecutor(Resumption::thread);

    /** A recording with what its journal holds. */
    private record Cut(Recording row, JournalKey key, CutJournal journal) {}

    /** Over this data folder, with browsers that come to this bridge. */
    public Resumption(Store store, Journals journals, SensorDrivers drivers, BridgeLinkProvider bridge, HostTime time) {
        this.store = store;
        this.journals = journals;
        this.drivers = drivers;
        this.bridge = bridge;
        this.time = time;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "resumption");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean keeps(Recording open, JournalKey key) {
        Optional<CutJournal> journal = CutJournal.read(journals, open.id(), key)
                .filter(cut -> drivers.find(cut.opening().driverId()).isPresent())
                .filter(cut -> time.wallMicros() - cut.last().wallMicros() < LONGEST.toNanos() / 1_000);
        journal.ifPresent(cut -> cuts.add(new Cut(open, key, cut)));
        return journal.isPresent();
    }

    /** From now on browsers may come back to this room, which it gives back. */
    public SensorRoom begin(SensorRoom room, RecordingFinisher finisher) {
        for (Cut cut : cuts) {
            try {
                goOn(cut, room, finisher);
                LOG.info(
                        "recording {} waits for its browser behind packet {}",
                        cut.row().id(),
                        cut.journal().packets().size());
            } catch (JournalFailure | StoreFailure impossible) {
                LOG.warn("recording {} cannot go on", cut.row().id(), impossible);
                finisher.recover(cut.row());
            }
        }
        cuts.clear();
        return room;
    }

    private void goOn(Cut cut, SensorRoom room, RecordingFinisher finisher) {
        Recording row = cut.row();
        CutJournal journal = cut.journal();
        SensorDriver driver = drivers.find(journal.opening().driverId()).orElseThrow();
        Calibration calibration = store.read(stores -> Calibrations.named(
                stores,
                row.clinic(),
                journal.opening().calibrationId(),
                driver.spec().unit()));
        ForceConversion conversion = new ForceConversion(
                calibration, Force.ofNewtons(journal.opening().tare().newtons()));
        PipelineTarget target = new PipelineTarget(
                row.id(),
                row.test(),
                row.side(),
                calibration.isCalibrated(),
                true,
                room.feed(row.visit()),
                cause -> ending.execute(() -> room.endAlone(row.id(), cause, finisher.own(row, cause))));
        RecordingPipeline pipeline = new RecordingPipeline(
                target,
                journals.resume(row.id(), cut.key(), journal.end()),
                ear -> new ForceAssembly(driver.newDecoder(), driver.spec(), conversion, ear),
                time);
        pipeline.replay(journal.packets());
        hold(row, journal, driver, pipeline, room);
    }

    private void hold(
            Recording row, CutJournal journal, SensorDriver driver, RecordingPipeline pipeline, SensorRoom room) {
        String sensor = journal.opening().sensor();
        BleLink link = bridge.restore(journal.toReturn(row.clinic().toString()));
        SensorStation station =
                SensorStation.goingOn(driver, link, time, pipeline, () -> room.lost(row.visit(), sensor));
        Holding holding = new Holding(row.visit(), sensor, station, time.nowNanos());
        holding.run(Optional.of(new Holding.Run(row, pipeline)));
        room.goOn(holding);
    }
}
