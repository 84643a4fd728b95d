package org.plinth.web.privacy;

import java.util.HashSet;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.Stores;

/**
 * Whose results a file may carry.
 *
 * @param leftOut patients with results whose consent the purpose would need, or who refused it
 */
public record Included(Set<Id<Patient>> leftOut) {

    /** Copies the set. */
    public Included {
        leftOut = Set.copyOf(leftOut);
    }

    /** For this purpose, as consents stand now. */
    public static Included of(Stores stores, Id<Clinic> clinic, Purpose purpose) {
        if (purpose == Purpose.CARE) {
            return new Included(Set.of());
        }
        Set<Id<Patient>> all = new HashSet<>(stores.consents().withResults(clinic));
        if (purpose == Purpose.RESEARCH) {
            all.removeAll(stores.consents().whoSaid(clinic, Consent.Kind.RESEARCH, true));
        } else {
            all.retainAll(stores.consents().whoSaid(clinic, Consent.Kind.AUDIT, false));
        }
        return new Included(all);
    }

    /** Whether hers may be in. */
    public boolean has(Id<Patient> patient) {
        return !leftOut.contains(patient);
    }
}
