package org.plinth.web.fhir;

import java.util.List;
import java.util.function.Predicate;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.privacy.Included;
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

    /** Whether hers may be given. */
    static Predicate<Id<Patient>> may(Stores stores, FhirSource.Asked asked) {
        Included said = Included.of(stores, asked.clinic().id(), asked.purpose());
        return id -> said.has(id) && !asked.hidden().contains(id);
    }
}
