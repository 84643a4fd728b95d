package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * A visit and whom it is about, read in one transaction.
 *
 * @param visit which
 * @param patient whose
 * @param episode for which problem
 * @param tests set up so far
 * @param clinician who tests
 */
record VisitFile(Visit visit, Patient patient, Episode episode, List<PositionTest> tests, Optional<Account> clinician) {

    /** The visit of this id in this clinic; 404 if there is none. */
    static VisitFile find(Store store, Id<Clinic> clinic, Id<Visit> id) {
        return store.read(stores -> read(stores, clinic, id)).orElseThrow(HttpFailure::notFound);
    }

    private static Optional<VisitFile> read(Stores stores, Id<Clinic> clinic, Id<Visit> id) {
        return stores.visits().find(clinic, id).flatMap(visit -> stores.patients()
                .find(clinic, visit.patient())
                .flatMap(patient -> stores.episodes()
                        .find(clinic, visit.episode())
                        .map(episode -> new VisitFile(
                                visit,
                                patient,
                                episode,
                                stores.visits().testsOfVisit(clinic, id),
                                stores.accounts().find(clinic, visit.clinician())))));
    }

    /** The affected side belongs on every page about this visit, whether or not the episode is still open. */
    Optional<Episode> forBanner() {
        return Optional.of(episode);
    }
}
