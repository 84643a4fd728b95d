package org.plinth.web.integrity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plinth.calibration.Calibration;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.Calibrations;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.integrity.Unreadable.Reason;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;

/**
 * Reads recordings again from their journals, and from nothing else. A journal whose bytes are not the sealed ones is not
 * read at all: what it held would prove nothing. One thread.
 */
final class Replays {

    private final Store store;
    private final Journals journals;
    private final SensorDrivers drivers;
    private final JournalReplay replay;
    /** Calibrations are immutable, and few. */
    private final Map<String, Calibration> calibrations = new ConcurrentHashMap<>();

    Replays(Store store, Journals journals, SensorDrivers drivers) {
        this.store = store;
        this.journals = journals;
        this.drivers = drivers;
        this.replay = new JournalReplay(journals, drivers);
    }

    /**
     * What a journal gave.
     *
     * @param opening its first record; empty where nothing was recorded
     * @param force decoded; empty likewise
     * @param not why it could not be read; empty where it could
     */
    record Replayed(Optional<JournalOpening> opening, Optional<RecordedForce> force, Optional<Reason> not) {

        static Replayed nothing() {
            return new Replayed(Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Replayed not(Reason reason) {
            return new Replayed(Optional.empty(), Optional.empty(), Optional.of(reason));
        }
    }

    Replayed of(Recording recording, Optional<JournalKey> key) {
        boolean exists = journals.exists(recording.id());
        if (recording.seal().isEmpty()) {
            return exists ? Replayed.not(Reason.NOT_SEALED) : Replayed.nothing();
        }
        if (!exists) {
            return Replayed.not(Reason.MISSING);
        }
        try {
            if (!journals.sealOf(recording.id()).equals(recording.seal().get())) {
                return Replayed.not(Reason.HASH_MISMATCH);
            }
            boolean decodable = drivers.find(recording.driverId())
                    .filter(driver -> driver.version() == recording.driverVersion())
                    .isPresent();
            if (!decodable) {
                return Replayed.not(Reason.WRONG_DRIVER);
            }
            return key.map(secret -> read(recording, secret)).orElse(Replayed.not(Reason.KEY_ERASED));
        } catch (JournalFailure failure) {
            return Replayed.not(reason(failure));
        }
    }

    private Replayed read(Recording recording, JournalKey key) {
        try {
            JournalReplay.Replayed found =
                    replay.replay(recording.id(), key, (id, driver) -> calibration(recording.clinic(), id, driver));
            return found.end().tornTail().isPresent()
                    ? Replayed.not(Reason.TORN)
                    : new Replayed(found.opening(), found.force(), Optional.empty());
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.NOT_FOUND) {
                return Replayed.not(Reason.NO_CALIBRATION);
            }
            throw failure;
        }
    }

    private Calibration calibration(Id<Clinic> clinic, String id, SensorDriver driver) {
        return calibrations.computeIfAbsent(
                driver.id() + " " + id,
                known -> store.read(stores ->
                        Calibrations.named(stores, clinic, id, driver.spec().unit())));
    }

    static Reason reason(JournalFailure failure) {
        return switch (failure.reason()) {
            case NOT_FOUND -> Reason.MISSING;
            case NOT_A_JOURNAL -> Reason.NOT_A_JOURNAL;
            case NEWER_FORMAT -> Reason.NEWER_FORMAT;
            case WRONG_KEY -> Reason.WRONG_KEY;
            case IO, NO_SPACE, EXISTS, CLOSED -> Reason.IO;
        };
    }
}
