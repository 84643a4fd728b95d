package org.plinth.web.integrity;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Store;

/** Goes through visits one by one, oldest first, in transactions of one page: memory does not grow with their number. */
final class VisitWalk {

    private static final int PAGE = 50;

    private final Store store;

    VisitWalk(Store store) {
        this.store = store;
    }

    /** All visits of the installation, for as long as {@code next} says to go on. */
    void all(Predicate<Visit> next) {
        for (Clinic clinic : store.read(stores -> stores.clinics().all())) {
            if (!allOf(clinic.id(), next)) {
                return;
            }
        }
    }

    private boolean allOf(Id<Clinic> clinic, Predicate<Visit> next) {
        Optional<Visit> last = Optional.empty();
        for (List<Visit> page = page(clinic, last); !page.isEmpty(); page = page(clinic, last)) {
            for (Visit visit : page) {
                if (!next.test(visit)) {
                    return false;
                }
                last = Optional.of(visit);
            }
        }
        return true;
    }

    private List<Visit> page(Id<Clinic> clinic, Optional<Visit> after) {
        return store.read(stores -> stores.visits().next(clinic, after, PAGE));
    }

    /** Those of one patient, in whatever clinic; false if there is no such patient. */
    boolean of(Id<Patient> patient, Predicate<Visit> next) {
        for (Clinic clinic : store.read(stores -> stores.clinics().all())) {
            Optional<Patient> found = store.read(stores -> stores.patients().find(clinic.id(), patient));
            if (found.isPresent()) {
                List<Visit> visits = store.read(stores -> stores.visits().ofPatient(clinic.id(), patient));
                visits.stream().takeWhile(next).forEach(visit -> {});
                return true;
            }
        }
        return false;
    }
}
