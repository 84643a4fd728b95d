package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;

/** Sensors and their calibrations. Neither is changed: another one is added. */
public interface SensorStore {

    /**
     * Adds a sensor.
     *
     * @throws StoreFailure DUPLICATE, field {@code serial}, if the clinic has it
     */
    void add(Sensor sensor);

    /** The one with this id. */
    Optional<Sensor> find(Id<Clinic> clinic, Id<Sensor> sensor);

    /** The one that identifies itself so. */
    Optional<Sensor> findBySerial(Id<Clinic> clinic, String driverId, String serial);

    /** All of a clinic, by label. */
    List<Sensor> all(Id<Clinic> clinic);

    /** Adds a calibration. */
    void addCalibration(StoredCalibration calibration);

    /** The one with this id. */
    Optional<StoredCalibration> findCalibration(Id<Clinic> clinic, Id<StoredCalibration> calibration);

    /**
     * The one that makes newtons at a moment: of all that had begun by then, the one that began last. It may have expired:
     * what is recorded with it is marked.
     */
    Optional<StoredCalibration> calibrationInForce(Id<Clinic> clinic, Id<Sensor> sensor, Instant moment);

    /** All of a sensor, newest first. */
    List<StoredCalibration> calibrations(Id<Clinic> clinic, Id<Sensor> sensor);
}
