package org.plinth.web.store;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Visit;

/** What is settled before the first effort: screening, and how each leg is set up. Rows are added, never changed. */
public interface PreparationStore {

    /**
     * Adds answers as the next of their visit.
     *
     * @param numberSeen number of its last ones, 0 for none
     * @throws StoreFailure OLD_VERSION with the current {@link Screening} if others were given meanwhile; WRONG_STATE if the
     *     visit is another patient's
     */
    Screening screened(Screening screening, int numberSeen);

    /** The answers that stand. */
    Optional<Screening> screening(Id<Clinic> clinic, Id<Visit> visit);

    /**
     * Adds a set-up as the next of its side and test.
     *
     * @param numberSeen number of its last one, 0 for none
     * @throws StoreFailure OLD_VERSION with the current {@link SideSetUp}; WRONG_STATE if the test is another patient's
     */
    SideSetUp setUp(SideSetUp setUp, int numberSeen);

    /** The set-ups that stand, one for each side that has one. */
    List<SideSetUp> setUps(Id<Clinic> clinic, Id<PositionTest> test);

    /** All of a patient's that stand, oldest first. */
    List<SideSetUp> setUpsOfPatient(Id<Clinic> clinic, Id<Patient> patient);
}
