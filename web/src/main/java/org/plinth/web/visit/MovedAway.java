package org.plinth.web.visit;

import java.util.List;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.store.Stores;

/** Tests that stand under a patient's name and are another's: how they were set up is nothing to be recalled for her. */
final class MovedAway {

    private MovedAway() {}

    /** Her own tests, oldest first. */
    static List<PositionTest> without(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        Set<Id<PositionTest>> away = stores.recordings().testsSetAside(clinic, patient);
        return stores.visits().testsOfPatient(clinic, patient).stream()
                .filter(test -> !away.contains(test.id()))
                .toList();
    }
}
