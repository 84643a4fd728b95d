package org.plinth.web.store;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;

/** Sittings and the position tests made there. */
public interface VisitStore {

    /**
     * Adds one as version 1.
     *
     * @throws StoreFailure WRONG_STATE if the episode is another patient's
     */
    void add(Visit visit);

    /**
     * Adds a version: closes, opens again, or names another clinician. Patient, episode and date cannot change.
     *
     * @throws StoreFailure OLD_VERSION with the current {@link Visit}
     */
    Visit amend(Visit visit, int versionSeen);

    /** The one with this id. */
    Optional<Visit> find(Id<Clinic> clinic, Id<Visit> visit);

    /** A patient's, oldest first. */
    List<Visit> ofPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** The next ones after this visit, oldest first, at most {@code limit}; from the first where none is given. */
    List<Visit> next(Id<Clinic> clinic, Optional<Visit> after, int limit);

    /** Those not closed yet, newest first. */
    List<Visit> open(Id<Clinic> clinic);

    /**
     * Adds a position test to an open visit.
     *
     * @throws StoreFailure WRONG_STATE with the {@link Visit} if it is closed or another patient's
     */
    void addTest(PositionTest test);

    /** The test with this id. */
    Optional<PositionTest> findTest(Id<Clinic> clinic, Id<PositionTest> test);

    /** A visit's tests in the order they were set up. */
    List<PositionTest> testsOfVisit(Id<Clinic> clinic, Id<Visit> visit);

    /** All of a patient's tests, oldest first. */
    List<PositionTest> testsOfPatient(Id<Clinic> clinic, Id<Patient> patient);
}
