package org.plinth.web.fhir;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Stores;

/** Whose resources may be given: everybody for her care whom the asker may see; for research only who consented. */
final class People {

    private People() {}

    /** In an order that stays. */
    static List<Id<Patient>> of(Stores stores, FhirSource.Asked asked) {
        Predicate<Id<Patient>> may = may(stores, asked);
        return stores.patients().search(asked.clinic().id(), "", Integer.MAX_VALUE).stream()
                .map(Patient::id)
                .filter(may)
                .sorted()
                .toList();
    }

    /** Whether hers may be given. Results or none: what is asked of who has results is asked of everybody here. */
    static Predicate<Id<Patient>> may(Stores stores, FhirSource.Asked asked) {
        var clinic = asked.clinic().id();
        if (asked.purpose() == Purpose.RESEARCH) {
            Set<Id<Patient>> agreed = stores.consents().whoSaid(clinic, Consent.Kind.RESEARCH, true);
            return id -> agreed.contains(id) && !asked.hidden().contains(id);
        }
        if (asked.purpose() == Purpose.AUDIT) {
            Set<Id<Patient>> refused = stores.consents().whoSaid(clinic, Consent.Kind.AUDIT, false);
            return id -> !refused.contains(id) && !asked.hidden().contains(id);
        }
        return id -> !asked.hidden().contains(id);
    }
}
