package org.plinth.web.api;

import java.util.Optional;
import java.util.function.Function;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Who;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * The patient of a visit is bound on the server. A request may name the patient that its page shows, as {@code patient}; if
 * that is another one, the page and the visit have come apart and nothing is done: 409.
 */
final class BoundPatient {

    static final String FIELD = "patient";

    private final Store store;

    BoundPatient(Store store) {
        this.store = store;
    }

    /** For a request whose path names the patient herself. */
    void same(Fields fields, Id<Patient> patient) {
        check(fields, stores -> Optional.of(patient));
    }

    void ofVisit(Who who, Id<Visit> visit, Fields fields) {
        check(fields, stores -> stores.visits().find(who.clinicId(), visit).map(Visit::patient));
    }

    void ofTest(Who who, Id<PositionTest> test, Fields fields) {
        check(fields, stores -> stores.visits().findTest(who.clinicId(), test).map(PositionTest::patient));
    }

    void ofRecording(Who who, Id<Recording> recording, Fields fields) {
        check(
                fields,
                stores -> stores.recordings().find(who.clinicId(), recording).map(Recording::patient));
    }

    void ofTrial(Who who, Id<Trial> trial, Fields fields) {
        check(fields, stores -> stores.recordings()
                .findTrial(who.clinicId(), trial)
                .map(found -> found.recording().patient()));
    }

    private void check(Fields fields, Function<Stores, Optional<Id<Patient>>> find) {
        Optional<Id<Patient>> named = fields.optionalId(FIELD);
        if (named.isPresent()) {
            Id<Patient> bound = store.read(find).orElseThrow(HttpFailure::notFound);
            if (!bound.equals(named.get())) {
                throw new HttpFailure(409, "OTHER_PATIENT", Optional.of(FIELD), "http.visit.otherPatient");
            }
        }
    }
}
