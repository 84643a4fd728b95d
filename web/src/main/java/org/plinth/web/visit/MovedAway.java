package org.plinth.web.visit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.store.Stores;

/** Tests that stand under a patient's name and are another's: how they were set up is nothing to be recalled for her. */
final class MovedAway {

    private MovedAway() {}

    /** Those of a patient of which all recordings are set aside by a move that stands. */
    static Set<Id<PositionTest>> tests(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        List<Recording> aside = stores.recordings().setAside(clinic, patient);
        Set<Id<Recording>> ids = aside.stream().map(Recording::id).collect(Collectors.toSet());
        return aside.stream()
                .map(Recording::test)
                .distinct()
                .filter(test -> stores.recordings().ofTest(clinic, test).stream()
                        .allMatch(recording -> ids.contains(recording.id())))
                .collect(Collectors.toSet());
    }

    /** Her own tests, oldest first. */
    static List<PositionTest> without(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        Set<Id<PositionTest>> away = tests(stores, clinic, patient);
        return stores.visits().testsOfPatient(clinic, patient).stream()
                .filter(test -> !away.contains(test.id()))
                .toList();
    }
}
