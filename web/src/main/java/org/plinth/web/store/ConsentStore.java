package org.plinth.web.store;

import java.util.List;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** What patients said about uses of their data. Rows are added, never changed. */
public interface ConsentStore {

    /**
     * Adds one as the next of its patient.
     *
     * @param numberSeen number of her last one, 0 for none
     * @throws StoreFailure OLD_VERSION if another was added meanwhile; NOT_FOUND for a patient who is erased
     */
    Consent add(Consent consent, int numberSeen);

    /** A patient's, oldest first. */
    List<Consent> ofPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** Patients whose last word about this kind is this. */
    Set<Id<Patient>> whoSaid(Id<Clinic> clinic, Consent.Kind kind, boolean given);

    /** Patients who have a standing result, and are not erased. */
    Set<Id<Patient>> withResults(Id<Clinic> clinic);
}
