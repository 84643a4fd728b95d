package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.clinic.Visit;

/** What bears on trust in sensors: checks, incidents, and clinicians' words about single tests. Nothing is changed. */
public interface TrustStore {

    /** Something that bears on trust in a sensor, in a form that all kinds share. */
    enum What {
        /** The clinic knows the sensor; {@code at} is the beginning of time. */
        KNOWN,
        /** A calibration began to be valid. */
        CALIBRATED,
        ZERO_PASS,
        ZERO_FAIL,
        OBJECT_PASS,
        OBJECT_FAIL,
        MASS_PASS,
        MASS_FAIL,
        OVERLOAD,
        DROP,
        FIRMWARE_SEEN,
        FIRMWARE_CHANGED,
        PUT_ASIDE,
        BACK_IN_USE,
        OWN_CALIBRATION
    }

    /**
     * One of them.
     *
     * @param sensor which
     * @param driverId its driver
     * @param serial as it identifies itself
     * @param what it was
     * @param reference id of the calibration, check or incident, as text; of the sensor for {@code KNOWN}
     * @param at when
     * @param until first moment after a calibration's time
     * @param noted when Plinth was told of it: a drop is told after it happened
     */
    record Moment(
            Id<Sensor> sensor,
            String driverId,
            String serial,
            What what,
            String reference,
            Instant at,
            Optional<Instant> until,
            Instant noted) {}

    /** All of all sensors of a clinic, oldest first, in one query. */
    List<Moment> moments(Id<Clinic> clinic);

    /** The same of the sensors that a patient was tested with. */
    List<Moment> momentsOfPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** Adds a check. */
    void add(SensorCheck check);

    /** Newest first. */
    List<SensorCheck> checks(Id<Clinic> clinic, Id<Sensor> sensor, int limit);

    /** Adds an incident. */
    void add(SensorIncident incident);

    /** Newest first. */
    List<SensorIncident> incidents(Id<Clinic> clinic, Id<Sensor> sensor, int limit);

    /**
     * A clinician's word about a test.
     *
     * @throws StoreFailure OLD_VERSION if another word was added since {@code lastSeen}
     */
    TestTrust say(TestTrust word, int lastSeen);

    /** The newest word about each test of a patient. */
    List<TestTrust> wordsOfPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** The newest word about each test of a visit. */
    List<TestTrust> wordsOfVisit(Id<Clinic> clinic, Id<Visit> visit);

    /** The newest word about each test of a clinic. */
    List<TestTrust> words(Id<Clinic> clinic);

    /** The newest word about a test. */
    Optional<TestTrust> wordOn(Id<Clinic> clinic, Id<PositionTest> test);
}
