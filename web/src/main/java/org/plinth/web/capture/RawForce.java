package org.plinth.web.capture;

import java.util.Arrays;
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
import org.plinth.web.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the force of a recording again from its journal, for whoever wants to see what a number was made of. Reads only. */
public final class RawForce {

    private static final Logger LOG = LoggerFactory.getLogger(RawForce.class);

    private final Store store;
    private final Journals journals;
    private final SensorDrivers drivers;
    private final JournalReplay replay;

    /** Over the store and journals of one data folder. */
    public RawForce(Store store, Journals journals, SensorDrivers drivers) {
        this.store = store;
        this.journals = journals;
        this.drivers = drivers;
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

    /** What looking into a journal gave. */
    public sealed interface Look {}

    /**
     * It could be read.
     *
     * @param replayed what it holds
     * @param readings what the sensor said, sample by sample over all segments, in its own unit; belongs to whoever asked
     */
    @SuppressWarnings("ArrayRecordComponent") // looks are not compared, and a long recording is not worth a second copy
    public record Read(JournalReplay.Replayed replayed, double[] readings) implements Look {}

    /**
     * It could not.
     *
     * @param reason stable name: {@code KEY_ERASED}, {@code NO_DRIVER}, {@code NO_CALIBRATION}, or one of {@link JournalFailure.Reason}
     */
    public record Unread(String reason) implements Look {}

    /** The same as {@link #of} with the sensor's own numbers, or why it cannot be read. */
    public Look look(Recording recording) {
        return store.read(stores -> {
            Optional<JournalKey> key = stores.patients().journalKey(recording.clinic(), recording.patient());
            if (key.isEmpty()) {
                return new Unread("KEY_ERASED");
            }
            if (drivers.find(recording.driverId()).isEmpty()) {
                return new Unread("NO_DRIVER");
            }
            Readings readings = new Readings();
            try {
                JournalReplay.Replayed replayed = replay.replay(
                        recording.id(),
                        key.get(),
                        (id, driver) -> Calibrations.named(
                                stores, recording.clinic(), id, driver.spec().unit()),
                        readings);
                return new Read(replayed, readings.all());
            } catch (JournalFailure unreadable) {
                return new Unread(unreadable.reason().name());
            } catch (StoreFailure unknown) {
                if (unknown.reason() == StoreFailure.Reason.NOT_FOUND) {
                    return new Unread("NO_CALIBRATION");
                }
                throw unknown;
            }
        });
    }

    /** Hash and length of the stored journal as it is now; empty where there is none. */
    public Optional<Recording.Seal> sealNow(Recording recording) {
        return journals.exists(recording.id()) ? Optional.of(journals.sealOf(recording.id())) : Optional.empty();
    }

    /** Keeps what the sensor says. */
    private static final class Readings implements ForceAssembly.Ear {

        private double[] values = new double[1024];
        private int size;

        @Override
        public void reading(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        @Override
        public void sample(long deviceMicros, double newtons) {
            // The trace has it.
        }

        double[] all() {
            return Arrays.copyOf(values, size);
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
