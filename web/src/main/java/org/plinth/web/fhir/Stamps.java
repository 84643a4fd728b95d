package org.plinth.web.fhir;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.HistoryStore;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.HistoryStore.Version;
import org.plinth.web.store.Stores;

/** When the newest version of each record was written, and when a visit was first closed: a later change is an amendment. */
final class Stamps {

    private final Map<String, Instant> at = new HashMap<>();
    private final Map<Id<Visit>, Instant> closed = new HashMap<>();

    static Stamps of(Stores stores, Id<Clinic> clinic, Id<Patient> patient, Collection<Id<Visit>> visits) {
        HistoryStore history = stores.history();
        Stamps stamps = new Stamps();
        for (Kind kind : new Kind[] {Kind.PATIENT, Kind.EPISODE, Kind.ENTRY}) {
            history.of(clinic, kind, patient).forEach(stamps::note);
        }
        for (Id<Visit> visit : visits) {
            history.of(clinic, Kind.VISIT, visit).forEach(version -> stamps.noteVisit(visit, version));
            for (Kind kind : new Kind[] {Kind.RECORDING, Kind.TRIAL, Kind.RESULT, Kind.SYMMETRY}) {
                history.of(clinic, kind, visit).forEach(stamps::note);
            }
        }
        return stamps;
    }

    private void noteVisit(Id<Visit> visit, Version version) {
        note(version);
        if (Boolean.TRUE.equals(version.fields().get("closed"))) {
            closed.putIfAbsent(visit, version.at());
        }
    }

    private void note(Version version) {
        at.put(version.kind() + " " + version.record(), version.at());
    }

    /** When this record was written as it stands. */
    Optional<Instant> of(Kind kind, Id<?> record) {
        return Optional.ofNullable(at.get(kind + " " + record));
    }

    /** Whether this record of a visit was written after its results had been released. */
    boolean isAmended(Id<Visit> visit, Kind kind, Id<?> record) {
        Instant released = closed.get(visit);
        return released != null && of(kind, record).filter(released::isBefore).isPresent();
    }
}
