package org.plinth.web.privacy;

import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.Stores;

/**
 * Whose data a file or an answer may carry, as consents stand, with results or without: to look at the clinic's own work rests on no
 * consent, but who refused is out; research needs a consent of each (decision S11).
 *
 * @param said for an audit those who refused, for research those who agreed; for care nobody is asked
 */
public record Included(Purpose purpose, Set<Id<Patient>> said) {

    /** Copies the set. */
    public Included {
        said = Set.copyOf(said);
    }

    /** For this purpose, now. */
    public static Included of(Stores stores, Id<Clinic> clinic, Purpose purpose) {
        return new Included(
                purpose,
                switch (purpose) {
                    case CARE -> Set.of();
                    case AUDIT -> stores.consents().whoSaid(clinic, Consent.Kind.AUDIT, false);
                    case RESEARCH -> stores.consents().whoSaid(clinic, Consent.Kind.RESEARCH, true);
                });
    }

    /** Whether hers may be in. */
    public boolean has(Id<Patient> patient) {
        return switch (purpose) {
            case CARE -> true;
            case AUDIT -> !said.contains(patient);
            case RESEARCH -> said.contains(patient);
        };
    }

    /** Whether nobody who may have been in then may be in no longer. */
    boolean allStillIn(Included then) {
        return switch (purpose) {
            case CARE -> true;
            case AUDIT -> then.said.containsAll(said);
            case RESEARCH -> said.containsAll(then.said);
        };
    }

    /** How many patients with results are left out by their word, or for want of it. */
    public int leftOut(Stores stores, Id<Clinic> clinic) {
        return purpose == Purpose.CARE
                ? 0
                : (int) stores.consents().withResults(clinic).stream()
                        .filter(patient -> !has(patient))
                        .count();
    }
}
