package org.plinth.web.store;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;

/** Calibration runs with their raw readings, and the clinic's masses. */
public interface BenchStore {

    /** Adds a mass. */
    void add(OwnedMass mass);

    /** All of a clinic, lightest first. */
    List<OwnedMass> masses(Id<Clinic> clinic);

    /** Begins a run: its first version, without points. */
    BenchRun begin(BenchRun run);

    /**
     * Another version of the set-up, or its end. Points are left as they are.
     *
     * @throws StoreFailure OLD_VERSION if somebody was faster; WRONG_STATE if it has ended
     */
    BenchRun amend(BenchRun run, int versionSeen);

    /** The one with this id. */
    Optional<BenchRun> find(Id<Clinic> clinic, Id<BenchRun> run);

    /** The one that a calibration comes from; a calibration may have none. */
    Optional<BenchRun> behind(Id<Clinic> clinic, Id<StoredCalibration> calibration);

    /** All of a sensor, newest first, each with its points. */
    List<BenchRun> ofSensor(Id<Clinic> clinic, Id<Sensor> sensor);

    /**
     * Adds a point.
     *
     * @throws StoreFailure DUPLICATE if its number is taken; WRONG_STATE if the run has ended
     */
    void addPoint(Id<Clinic> clinic, Id<BenchRun> run, BenchPoint point);

    /**
     * Takes a point back. It stays stored and counts no more.
     *
     * @throws StoreFailure NOT_FOUND if no such point stands; WRONG_STATE if the run has ended
     */
    void undoPoint(Id<Clinic> clinic, Id<BenchRun> run, int number);

    /** How many certificates a clinic has given so far. */
    int certificates(Id<Clinic> clinic);
}
