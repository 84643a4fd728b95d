package org.plinth.web.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Opens and closes visits. */
final class VisitBook {

    private final Store store;
    private final RandomGenerator ids;

    VisitBook(Store store, RandomGenerator ids) {
        this.store = store;
        this.ids = ids;
    }

    /** One at a time, so that two clicks make one visit. */
    synchronized Visit open(Act act, Id<Patient> patient, Id<Episode> episodeId) {
        return store.write(act, stores -> {
            Clinic clinic = stores.clinics().find(act.clinic()).orElseThrow(() -> StoreFailure.notFound("clinic"));
            if (stores.patients().find(act.clinic(), patient).isEmpty()) {
                throw StoreFailure.notFound("patient");
            }
            Episode episode =
                    stores.episodes().find(act.clinic(), episodeId).orElseThrow(() -> StoreFailure.notFound("episode"));
            check(episode, patient);
            LocalDate today = LocalDate.ofInstant(act.at(), clinic.zone());
            return openOn(stores, act, episode, today).orElseGet(() -> add(stores, act, clinic, episode, today));
        });
    }

    private static void check(Episode episode, Id<Patient> patient) {
        if (!episode.patient().equals(patient)) {
            throw Refused.because("OTHER_PATIENT");
        }
        if (episode.closedOn().isPresent()) {
            throw Refused.because("EPISODE_CLOSED", episode);
        }
    }

    private static Optional<Visit> openOn(Stores stores, Act act, Episode episode, LocalDate date) {
        return stores.visits().ofPatient(act.clinic(), episode.patient()).stream()
                .filter(visit -> !visit.closed())
                .filter(visit -> visit.date().equals(date))
                .filter(visit -> visit.episode().equals(episode.id()))
                .findFirst();
    }

    private Visit add(Stores stores, Act act, Clinic clinic, Episode episode, LocalDate date) {
        Instant startedAt = act.at().truncatedTo(ChronoUnit.MICROS);
        Visit visit = new Visit(
                Id.random(ids),
                clinic.id(),
                episode.patient(),
                episode.id(),
                1,
                date,
                clinic.zone(),
                act.actor(),
                startedAt,
                false);
        stores.visits().add(visit);
        return visit;
    }

    Visit close(Act act, Id<Visit> id, int versionSeen) {
        return store.write(act, stores -> {
            Visit visit = stores.visits().find(act.clinic(), id).orElseThrow(() -> StoreFailure.notFound("visit"));
            if (visit.version() != versionSeen) {
                throw StoreFailure.oldVersion("visit", visit);
            }
            if (visit.closed()) {
                throw Refused.start(StartBlock.VISIT_CLOSED, visit);
            }
            return stores.visits().amend(closed(visit), versionSeen);
        });
    }

    private static Visit closed(Visit visit) {
        return new Visit(
                visit.id(),
                visit.clinic(),
                visit.patient(),
                visit.episode(),
                visit.version(),
                visit.date(),
                visit.zone(),
                visit.clinician(),
                visit.startedAt(),
                true);
    }
}
