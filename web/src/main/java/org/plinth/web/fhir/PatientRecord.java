package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.PatientStore.PatientFile;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.ResultStore.Withdrawn;
import org.plinth.web.store.Stores;
import org.plinth.web.trust.TrustBook;

/**
 * All of one patient that becomes resources, read in one transaction.
 *
 * @param patient who
 * @param episodes newest first
 * @param visits by id, oldest first
 * @param tests by id; those that are another patient's as a whole are left out
 * @param recordings of those tests
 * @param trials of those tests, in the order they were made
 * @param results that stand
 * @param withdrawn results that stand no more, tests that are another patient's included
 * @param symmetries as trust in the sensors lets them be seen
 * @param readings typed ones, those taken back included
 * @param notes everything noted in the course of her episodes
 * @param consents oldest first
 * @param stamps when versions were written
 * @param trust in the sensors as they are seen today
 */
record PatientRecord(
        Patient patient,
        List<Episode> episodes,
        Map<Id<Visit>, Visit> visits,
        Map<Id<PositionTest>, PositionTest> tests,
        List<Recording> recordings,
        List<TrialOf> trials,
        List<SideResult> results,
        List<Withdrawn> withdrawn,
        List<TestSymmetry> symmetries,
        List<TypedReading> readings,
        List<Note> notes,
        List<Consent> consents,
        Stamps stamps,
        TrustBook trust) {

    /** Reads it; empty for who is not here. */
    static Optional<PatientRecord> of(Stores stores, Disclosure disclosure, Id<Patient> id) {
        return stores.patients().file(disclosure.clinic().id(), id).map(file -> read(stores, disclosure, file));
    }

    private static PatientRecord read(Stores stores, Disclosure disclosure, PatientFile file) {
        var clinic = disclosure.clinic().id();
        Id<Patient> id = file.patient().id();
        Map<Id<Visit>, Visit> visits = new LinkedHashMap<>();
        file.visits().forEach(visit -> visits.put(visit.id(), visit));
        Map<Id<PositionTest>, PositionTest> tests = tests(stores, clinic, id);
        // What counts in another patient's test is hers no more, and stands in no file of hers.
        Set<Id<Recording>> others = stores.recordings().setAside(clinic, id).stream()
                .map(Recording::id)
                .collect(Collectors.toSet());
        Predicate<Recording> hers = one -> tests.containsKey(one.test()) && !others.contains(one.id());
        List<Recording> recordings = new ArrayList<>();
        List<TrialOf> trials = new ArrayList<>();
        List<TypedReading> readings = new ArrayList<>();
        for (Visit visit : file.visits()) {
            recordings.addAll(stores.recordings().ofVisit(clinic, visit.id()));
            trials.addAll(stores.recordings().trialsOfVisit(clinic, visit.id()));
            readings.addAll(stores.readings().ofVisit(clinic, visit.id()));
        }
        TrustBook trust = TrustBook.ofPatient(stores, clinic, id);
        return new PatientRecord(
                file.patient(),
                file.episodes(),
                visits,
                tests,
                recordings.stream().filter(hers).toList(),
                trials.stream().filter(one -> hers.test(one.recording())).toList(),
                file.results(),
                stores.results().withdrawnOfPatient(clinic, id),
                file.symmetries().stream()
                        .filter(one -> tests.containsKey(one.test()))
                        .map(one -> trust.seen(one, file.results()))
                        .toList(),
                readings,
                Note.of(stores.history().of(clinic, Kind.ENTRY, id), file.patient()),
                stores.consents().ofPatient(clinic, id),
                Stamps.of(stores, clinic, id, visits.keySet()),
                trust);
    }

    private static Map<Id<PositionTest>, PositionTest> tests(Stores stores, Id<Clinic> clinic, Id<Patient> id) {
        Set<Id<PositionTest>> aside = stores.recordings().testsSetAside(clinic, id);
        Map<Id<PositionTest>, PositionTest> tests = new LinkedHashMap<>();
        stores.visits().testsOfPatient(clinic, id).stream()
                .filter(test -> !aside.contains(test.id()))
                .forEach(test -> tests.put(test.id(), test));
        return tests;
    }

    /** The visit of a test or a result. */
    Visit visit(Id<Visit> id) {
        return Optional.ofNullable(visits.get(id)).orElseThrow();
    }

    /** The test of a result. */
    PositionTest test(Id<PositionTest> id) {
        return Optional.ofNullable(tests.get(id)).orElseThrow();
    }

    /** The episode of a visit. */
    Episode episode(Id<Episode> id) {
        return episodes.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
