package org.plinth.web.visit;

import java.time.LocalDate;
import java.util.List;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Changes of an episode. A symmetry names the injured side: when that is corrected, none may stay behind on the wrong
 * one, so all of the episode are compared anew before the transaction ends.
 */
final class EpisodeDesk {

    private final ResultKeeper results;

    EpisodeDesk(ResultKeeper results) {
        this.results = results;
    }

    EpisodeAmended amend(Stores stores, Act act, Episode changed, int versionSeen) {
        Episode before =
                stores.episodes().hold(act.clinic(), changed.id()).orElseThrow(() -> StoreFailure.notFound("episode"));
        if (!before.patient().equals(changed.patient())) {
            throw Refused.because("OTHER_PATIENT");
        }
        if (before.version() != versionSeen) {
            throw StoreFailure.oldVersion("episode", before);
        }
        List<Visit> visits = stores.visits().ofPatient(act.clinic(), changed.patient()).stream()
                .filter(visit -> visit.episode().equals(changed.id()))
                .toList();
        checkDays(changed, visits);
        boolean otherSide = before.involvement() != changed.involvement();
        if (otherSide) {
            checkSide(stores, act, before, visits);
        }
        Episode stored = stores.episodes().amend(changed, versionSeen);
        return new EpisodeAmended(stored, otherSide ? compareAgain(stores, act, visits) : 0);
    }

    /** An episode holds all of its visits. */
    private static void checkDays(Episode changed, List<Visit> visits) {
        for (Visit visit : visits) {
            if (visit.date().isBefore(changed.openedOn())) {
                throw StoreFailure.invalid("openedOn", "a visit lies before it");
            }
            if (changed.closedOn().filter(last -> visit.date().isAfter(last)).isPresent()) {
                throw StoreFailure.invalid("closedOn", "a visit lies after it");
            }
        }
        LocalDate last = changed.closedOn().orElse(LocalDate.MAX);
        if (last.isBefore(changed.openedOn())) {
            throw StoreFailure.invalid("closedOn", "before the first day");
        }
        if (changed.treatmentStartedOn().filter(last::isBefore).isPresent()) {
            throw StoreFailure.invalid("treatmentStartedOn", "after the last day");
        }
    }

    private static void checkSide(Stores stores, Act act, Episode before, List<Visit> visits) {
        if (act.reason().isBlank()) {
            throw StoreFailure.invalid("reason", "a change of the injured side needs a reason");
        }
        for (Visit visit : visits) {
            boolean records = stores.recordings().ofVisit(act.clinic(), visit.id()).stream()
                    .anyMatch(recording -> recording.state() == Recording.State.OPEN);
            if (records) {
                throw Refused.because("SIDE_WHILE_RECORDING", before);
            }
        }
    }

    private int compareAgain(Stores stores, Act act, List<Visit> visits) {
        int compared = 0;
        for (Visit visit : visits) {
            for (PositionTest test : stores.visits().testsOfVisit(act.clinic(), visit.id())) {
                if (results.compareAgain(stores, visit, test)) {
                    compared++;
                }
            }
        }
        return compared;
    }
}
