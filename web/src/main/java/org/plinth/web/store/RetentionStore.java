package org.plinth.web.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.RetentionRule;

/** How long a clinic keeps records, and what has been here for how long. Nothing is deleted by this. */
public interface RetentionStore {

    /**
     * When somebody was last here.
     *
     * @param patient who
     * @param birthDate hers
     * @param lastDay of her last visit, or the first day of her last episode; empty for neither
     */
    record LastSeen(Id<Patient> patient, LocalDate birthDate, Optional<LocalDate> lastDay) {}

    /**
     * Adds a rule as the next of the clinic.
     *
     * @param numberSeen number of the last one, 0 for none
     * @throws StoreFailure OLD_VERSION if another was added meanwhile
     */
    RetentionRule set(RetentionRule rule, int numberSeen);

    /** The one that stands; empty where the clinic has said nothing. */
    Optional<RetentionRule> rule(Id<Clinic> clinic);

    /** Everybody who is not erased, longest ago first. */
    List<LastSeen> lastSeen(Id<Clinic> clinic);
}
