package org.plinth.web.store;

import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;

/** Under which cues efforts were made. A recording has one row or, where nobody could tell, none; rows never change. */
public interface FeedbackStore {

    /**
     * Adds that of a recording of this clinic.
     *
     * @throws StoreFailure NOT_FOUND for a recording of another clinic; DUPLICATE if it has one
     */
    void add(Id<Clinic> clinic, Id<Recording> recording, Feedback feedback);

    /** Those of a test's recordings. */
    Map<Id<Recording>, Feedback> ofTest(Id<Clinic> clinic, Id<PositionTest> test);

    /** The newest of a patient in a position, at this visit or an earlier one. */
    Optional<Feedback> newest(Id<Clinic> clinic, Id<Patient> patient, String positionId);
}
