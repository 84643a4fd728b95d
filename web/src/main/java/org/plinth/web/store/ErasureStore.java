package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** The steps of erasures. What they lead to is done by {@link Eraser} alone. */
public interface ErasureStore {

    /**
     * Adds a step that is not DONE. An erasure is asked for once at a time; another person than who asked confirms it.
     *
     * @param numberSeen number of the patient's last step, 0 for none
     * @throws StoreFailure OLD_VERSION with the last {@link ErasureStep}; WRONG_STATE with it where the step cannot follow;
     *     NOT_FOUND for an unknown patient
     */
    ErasureStep add(ErasureStep step, int numberSeen);

    /** A patient's steps, oldest first. */
    List<ErasureStep> ofPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** The last step of every patient that was ever to be erased, newest first. */
    List<ErasureStep> newest(Id<Clinic> clinic);

    /** Confirmed ones of every clinic whose time has come. */
    List<ErasureStep> due(Instant now);
}
