package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.HistoryStore.Version;
import org.plinth.web.store.StoreFailure.Reason;

/** Versions that can be read, words that stay out of the chain, and consents. */
abstract class StorePrivacyContract extends StorePositionsContract {

    static final String CANARY = "Canaryname";

    Act act(String action, String reason, Id<Account> actor, Instant at) {
        return new Act(clinic(), actor, at, action, reason, "10.0.0.7");
    }

    // ---- versions

    @Test
    void every_version_of_a_record_can_be_read_with_who_when_why_and_what() {
        Samples.Course course = samples.course(store, "Ada");
        Act why = act("episode.amend", "other leg", samples.clinician.id(), Samples.NOW);
        store.write(why, s -> s.episodes().amend(rightSided(course.episode()), 1));

        List<Version> episodes = store.read(
                s -> s.history().of(clinic(), Kind.EPISODE, course.patient().id()));
        List<Version> patients = store.read(
                s -> s.history().of(clinic(), Kind.PATIENT, course.patient().id()));

        assertThat(episodes).extracting(Version::version).containsExactly(1, 2);
        Version newest = episodes.get(1);
        assertThat(newest.reason()).isEqualTo("other leg");
        assertThat(newest.at()).isEqualTo(Samples.NOW);
        assertThat(newest.authorName()).contains(samples.clinician.displayName());
        assertThat(HistoryStore.changed(episodes.get(0).fields(), newest.fields()))
                .containsExactly("involvement");
        assertThat(newest.fields())
                .containsEntry("involvement", "RIGHT")
                .containsEntry("opened_on", LocalDate.of(2026, 1, 9));
        assertThat(patients.get(0).fields())
                .containsEntry("body_mass_kg", 71.5)
                .doesNotContainKeys("salt", "search_name", "clinic_id");
        assertThat(all(s -> s.history()
                        .of(
                                new Samples(9).clinic.id(),
                                Kind.EPISODE,
                                course.patient().id())))
                .isEmpty();
    }

    @Test
    void records_of_a_visit_come_with_one_query_for_each_kind_and_say_what_they_are() {
        Samples.Course course = samples.course(store, "Ada");
        List<Trial> trials = samples.record(store, course.test(), Side.LEFT, 60);
        Trial excluded = samples.decided(
                trials.get(0), Trial.State.EXCLUDED, Optional.of("pulled too early"), OptionalInt.of(3));
        store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), excluded, 1));
        store.write(samples.act("results"), s -> s.results()
                .put(
                        clinic(),
                        course.test().id(),
                        List.of(samples.result(course.test(), course.visit(), Side.LEFT, 221)),
                        Optional.of(samples.symmetry(course.test(), course.visit(), 82))));

        List<Version> found = new ArrayList<>();
        for (Kind kind : List.of(Kind.VISIT, Kind.RECORDING, Kind.TRIAL, Kind.RESULT, Kind.SYMMETRY)) {
            found.addAll(store.read(
                    s -> s.history().of(clinic(), kind, course.visit().id())));
        }

        assertThat(found).extracting(Version::kind).contains(Kind.VISIT, Kind.RECORDING, Kind.RESULT);
        Version decision = found.stream()
                .filter(version -> version.kind() == Kind.TRIAL && version.version() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(decision.about())
                .containsEntry("number", 1)
                .containsEntry("side", "LEFT")
                .containsEntry("position", "curl-prone-15");
        assertThat(decision.fields()).containsEntry("pain", 3).containsEntry("exclusion_reason", "pulled too early");
        assertThat(found.stream()
                        .filter(version -> version.kind() == Kind.RESULT)
                        .findFirst()
                        .orElseThrow()
                        .fields())
                .containsEntry("best_n", 221.0)
                .containsEntry("withdrawn", false);
    }

    // ---- words beside the chain

    @Test
    void what_is_typed_about_a_patient_is_hashed_in_the_chain_and_stands_beside_it() {
        Samples.Course course = samples.course(store, "Ada");
        Act why = act("episode.amend", "Mrs " + CANARY + " said so", samples.clinician.id(), Samples.NOW);
        store.write(why, s -> s.episodes().amend(rightSided(course.episode()), 1));

        AuditEvent last =
                store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 1)).get(0);

        assertThat(last.reason()).matches("sha256:[0-9a-f]{64}");
        assertThat(last.after().orElseThrow())
                .contains("personal_sha256", "\"involvement\":\"RIGHT\"")
                .doesNotContain("Sample tendon");
        assertThat(last.before().orElseThrow()).contains("\"involvement\":\"LEFT\"");
        assertThat(words(last.seq())).containsExactly(Map.entry(last.seq(), "Mrs " + CANARY + " said so"));
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    // ---- consents

    @Test
    void consents_are_added_one_after_the_other_and_the_last_one_of_a_kind_stands() {
        Samples.Course course = samples.course(store, "Ada");
        Id<Patient> patient = course.patient().id();
        consent(patient, Consent.Kind.RESEARCH, true, 0);
        consent(patient, Consent.Kind.AUDIT, true, 1);
        consent(patient, Consent.Kind.RESEARCH, false, 2);

        List<Consent> all = all(s -> s.consents().ofPatient(clinic(), patient));

        assertThat(all).extracting(Consent::number).containsExactly(1, 2, 3);
        assertThat(all.get(0).takenBy()).isEqualTo(samples.clinician.id());
        assertThat(said(Consent.Kind.RESEARCH, true)).isEmpty();
        assertThat(said(Consent.Kind.RESEARCH, false)).containsExactly(patient);
        assertThat(said(Consent.Kind.AUDIT, true)).containsExactly(patient);
        assertThat(failure(() -> consent(patient, Consent.Kind.PHOTO, true, 2)).reason())
                .isEqualTo(Reason.OLD_VERSION);
    }

    private Map<Long, String> words(long row) {
        return store.read(s -> s.audit().words(clinic(), List.of(row, 1L)));
    }

    private Set<Id<Patient>> said(Consent.Kind kind, boolean given) {
        return store.read(s -> s.consents().whoSaid(clinic(), kind, given));
    }

    Consent consent(Id<Patient> patient, Consent.Kind kind, boolean given, int seen) {
        return store.write(
                act("consent.note", "asked by " + CANARY, samples.clinician.id(), Samples.NOW), s -> s.consents()
                        .add(
                                new Consent(
                                        samples.id(),
                                        clinic(),
                                        patient,
                                        1,
                                        kind,
                                        given,
                                        LocalDate.of(2026, 3, 5),
                                        Consent.By.GUARDIAN,
                                        Optional.of("Guardian " + CANARY),
                                        "2026-1",
                                        samples.clinician.id()),
                                seen));
    }

    static Episode rightSided(Episode was) {
        return new Episode(
                was.id(),
                was.clinic(),
                was.patient(),
                was.version(),
                was.problem(),
                Involvement.RIGHT,
                was.openedOn(),
                was.treatmentStartedOn(),
                was.closedOn(),
                was.closeReason());
    }
}
