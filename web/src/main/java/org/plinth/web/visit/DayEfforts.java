package org.plinth.web.visit;

import java.util.List;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.RecordingStore;
import org.plinth.web.store.Stores;

/**
 * What a patient did on the date of a visit, at all visits of that date: closing one and opening another gives a tendon no rest.
 *
 * @param trials efforts found in recordings
 * @param readings values without a recording, those taken back included
 */
record DayEfforts(List<RecordingStore.TrialOf> trials, List<TypedReading> readings) {

    /** Copies the lists. */
    DayEfforts {
        trials = List.copyOf(trials);
        readings = List.copyOf(readings);
    }

    static DayEfforts of(Stores stores, Visit visit) {
        List<Visit> visits = visits(stores, visit);
        return new DayEfforts(
                visits.stream()
                        .flatMap(one -> stores.recordings().trialsOfVisit(one.clinic(), one.id()).stream())
                        .toList(),
                visits.stream()
                        .flatMap(one -> stores.readings().ofVisit(one.clinic(), one.id()).stream())
                        .toList());
    }

    /** Her visits of the same date, this one among them. */
    static List<Visit> visits(Stores stores, Visit visit) {
        return stores.visits().ofPatient(visit.clinic(), visit.patient()).stream()
                .filter(one -> one.date().equals(visit.date()))
                .toList();
    }

    /** Maximal efforts (decision S2): those of recordings, but for those of somebody else, and forces read from a display. */
    int maximal() {
        long recorded = trials.stream().filter(one -> !one.trial().isMoved()).count();
        long typed = readings.stream()
                .filter(TypedReading::stands)
                .filter(one -> one.quantity() == TypedReading.Quantity.FORCE)
                .count();
        return (int) (recorded + typed);
    }
}
