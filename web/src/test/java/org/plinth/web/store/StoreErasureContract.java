package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.ErasureStep.Ground;
import org.plinth.web.clinic.ErasureStep.Step;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.StoreFailure.Reason;
import org.plinth.web.text.Texts;

/** Erasures that take away all about a person and leave the chain whole, and all about a person before that. */
abstract class StoreErasureContract extends StoreSignOnContract {

    /** A connection of the database's administrator. */
    abstract Connection administrator() throws Exception;

    private Eraser eraser() {
        return (Eraser) store;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void after_an_erasure_no_table_knows_her_name_and_the_chain_is_whole(boolean numbersStay) throws Exception {
        Samples.Course course = canary();
        Samples.Course other = samples.course(store, "Otherperson");
        Id<Patient> patient = course.patient().id();
        assertThat(dump()).contains(CANARY);

        confirm(patient, numbersStay);
        eraser().erase(Act.ofPlinth(clinic(), Samples.NOW.plus(Duration.ofDays(8)), "patient.erase"), patient);

        assertThat(dump()).doesNotContain(CANARY);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
        assertThat(maybe(s -> s.patients().find(clinic(), patient))).isEmpty();
        assertThat(maybe(s -> s.patients().journalKey(clinic(), patient))).isEmpty();
        assertThat(maybe(s -> s.accounts().findByLogin("canaryname@example"))).isEmpty();
        List<ErasureStep> steps = all(s -> s.erasures().ofPatient(clinic(), patient));
        assertThat(steps).extracting(ErasureStep::step).containsExactly(Step.ASKED, Step.CONFIRMED, Step.DONE);
        long results = rows("result", patient);
        assertThat(results).isEqualTo(numbersStay ? 1 : 0);
        assertThat(rows("recording", patient)).isEqualTo(1);
        List<Id<Patient>> exported = new ArrayList<>();
        store.read(s -> {
            s.results().export(clinic(), row -> exported.add(row.patient().id()));
            return exported;
        });
        assertThat(exported).isEmpty();
        assertThat(all(s -> s.recordings().newest(clinic(), 9))).isEmpty();
        assertThat(maybe(s -> s.patients().find(clinic(), other.patient().id())))
                .contains(other.patient());
        assertThat(maybe(s -> s.patients().journalKey(clinic(), other.patient().id())))
                .isPresent();
        assertThat(Files.readString(folder.resolve(ErasedList.NAME)))
                .contains(patient.toString(), "CONSENT_WITHDRAWN")
                .doesNotContain(CANARY);
    }

    @Test
    void an_erasure_needs_a_second_person_and_its_day() {
        Samples.Course course = samples.course(store, "Ada");
        Id<Patient> patient = course.patient().id();
        step(patient, Step.ASKED, 0, samples.clinician.id(), Samples.NOW, false);

        assertThat(failure(() -> step(patient, Step.CONFIRMED, 1, samples.clinician.id(), Samples.NOW, false))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(failure(() -> erase(patient, Samples.NOW)).reason()).isEqualTo(Reason.WRONG_STATE);
        step(patient, Step.CONFIRMED, 1, samples.id(), Samples.NOW, false);
        assertThat(failure(() -> erase(patient, Samples.NOW.plus(Duration.ofDays(6))))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(all(s -> s.erasures().due(Samples.NOW.plus(Duration.ofDays(6)))))
                .isEmpty();
        assertThat(all(s -> s.erasures().due(Samples.NOW.plus(Duration.ofDays(8)))))
                .hasSize(1);
        step(patient, Step.CANCELLED, 2, samples.clinician.id(), Samples.NOW, false);
        assertThat(failure(() -> erase(patient, Samples.NOW.plus(Duration.ofDays(9))))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(failure(() -> step(patient, Step.DONE, 3, samples.clinician.id(), Samples.NOW, false))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);

        assertThat(maybe(s -> s.patients().find(clinic(), patient))).contains(course.patient());
        assertThat(Files.exists(folder.resolve(ErasedList.NAME))).isFalse();
    }

    @Test
    void nobody_is_erased_while_a_recording_of_hers_runs() {
        Samples.Course course = samples.course(store, "Ada");
        store.write(samples.act("recording.start"), s -> {
            s.recordings().add(samples.recording(course.test(), Side.LEFT, 5));
            return true;
        });
        confirm(course.patient().id(), false);

        assertThat(failure(() -> erase(course.patient().id(), Samples.NOW.plus(Duration.ofDays(8))))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(maybe(s -> s.patients().find(clinic(), course.patient().id())))
                .contains(course.patient());
    }

    @Test
    void who_stands_in_the_list_is_erased_again_after_a_restore() throws Exception {
        Samples.Course course = canary();
        Id<Patient> patient = course.patient().id();
        new ErasedList(folder.resolve(ErasedList.NAME))
                .add(new ErasedList.Erased(clinic(), patient, Ground.CONSENT_WITHDRAWN, false));
        Files.writeString(folder.resolve(ErasedList.NAME), "torn line", StandardOpenOption.APPEND);

        assertThat(eraser().eraseAgain(Samples.NOW)).containsExactly(patient);

        assertThat(dump()).doesNotContain(CANARY);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
        assertThat(eraser().eraseAgain(Samples.NOW)).isEmpty();
    }

    @Test
    void an_erasure_whose_line_was_never_written_gets_it_at_the_next_start() throws Exception {
        Id<Patient> patient = canary().patient().id();
        confirm(patient, false);
        erase(patient, Samples.NOW.plus(Duration.ofDays(8)));
        Path list = folder.resolve(ErasedList.NAME);
        List<String> lines = Files.readAllLines(list);
        Files.delete(list);

        assertThat(eraser().eraseAgain(Samples.NOW)).isEmpty();

        assertThat(Files.readAllLines(list)).isEqualTo(lines);
        assertThat(lines).singleElement().asString().contains(patient.toString());
    }

    @Test
    void an_edit_that_was_open_during_the_erasure_does_not_bring_her_back() {
        Samples.Course course = samples.course(store, "Ada");
        confirm(course.patient().id(), false);
        erase(course.patient().id(), Samples.NOW.plus(Duration.ofDays(8)));

        assertThat(failure(() -> store.write(
                                samples.act("patient.amend"), s -> s.patients().amend(course.patient(), 1)))
                        .reason())
                .isIn(Reason.NOT_FOUND, Reason.OLD_VERSION);
    }

    @Test
    void every_table_is_erased_from_or_said_to_hold_nothing_about_a_patient() throws Exception {
        Set<String> decided = new TreeSet<>(HoldsNobody.TABLES);
        decided.addAll(ErasurePlan.tables());

        assertThat(tables())
                .as("a new table: put it into ErasurePlan, or into HoldsNobody.TABLES here with the reason")
                .isSubsetOf(decided);
    }

    @Test
    void all_about_a_person_is_found_in_every_table_that_can_hold_it_and_no_secret() {
        Samples.Course course = canary();

        Map<String, List<Map<String, Object>>> rows =
                store.read(s -> s.subject().rows(clinic(), course.patient().id()));

        Set<String> wanted = new TreeSet<>(ErasurePlan.tables());
        wanted.removeAll(List.of("patient_key", "request_done", "import_file"));
        wanted.addAll(List.of("patient", "episode", "visit", "position_test", "recording", "audit_event"));
        wanted.addAll(List.of("recording_feedback", "recording_tester", "tester_switch"));
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        rows.forEach((table, found) -> {
            if (!List.of("trial_analysis", "erasure_step").contains(table)) {
                assertThat(found).as(table).isNotEmpty();
            }
        });
        assertThat(rows.toString()).contains(CANARY + " coughed").doesNotContain("hash=hash", "ef".repeat(32));
        Map<String, List<Map<String, Object>>> foreign = store.read(s ->
                s.subject().rows(new Samples(9).clinic.id(), course.patient().id()));
        assertThat(foreign).isEmpty();
    }

    @Test
    void every_column_of_a_version_and_every_table_of_a_person_has_words() throws Exception {
        Texts texts = Texts.bundled();
        Set<String> notShown = Set.of(("version clinic_id at author reason salt search_name patient_id "
                        + "visit_id episode_id recording_id trial_id result_id test_id own_position_id run_id entry_id item_id batch_id")
                .split(" "));
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name, column_name FROM"
                        + " information_schema.columns WHERE LOWER(table_schema) = 'public'"
                        + " AND LOWER(table_name) LIKE '%!_version' ESCAPE '!'")) {
            while (rows.next()) {
                String column = rows.getString(2).toLowerCase(Locale.ROOT);
                assertThat(notShown.contains(column) || texts.has("privacy.field." + column))
                        .as(rows.getString(1) + "." + column)
                        .isTrue();
            }
        }
        assertThat(SqlSubject.names()).allMatch(table -> texts.has("privacy.table." + table));
    }

    private Samples.Course canary() {
        Samples.Course course = samples.course(store, CANARY);
        Episode named = new Episode(
                course.episode().id(),
                clinic(),
                course.patient().id(),
                1,
                "Tendon of " + CANARY,
                Involvement.RIGHT,
                course.episode().openedOn(),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 3, 6)),
                Optional.of("lost sight of " + CANARY));
        store.write(act("episode.close", CANARY + " moved", samples.clinician.id(), Samples.NOW), s -> s.episodes()
                .amend(named, 1));
        store.write(act("patient.amend", CANARY + " married", samples.clinician.id(), Samples.NOW), s -> s.patients()
                .amend(course.patient(), 1));
        List<Trial> trials = samples.record(store, course.test(), Side.LEFT, 60);
        Feedback feedback = new Feedback(true, false, Set.of(Feedback.Cue.GO), false);
        store.write(samples.act("recording.start"), s -> {
            s.feedback().add(clinic(), trials.get(0).recording(), feedback);
            s.testers().tested(clinic(), trials.get(0).recording(), samples.clinician.id());
            s.testers().switchTo(course.visit(), "0".repeat(64), samples.clinician.id());
            return true;
        });
        readings(course);
        Trial excluded = samples.decided(
                trials.get(0), Trial.State.EXCLUDED, Optional.of(CANARY + " coughed"), OptionalInt.of(3));
        store.write(act("trial.decide", CANARY + " coughed", samples.clinician.id(), Samples.NOW), s -> s.recordings()
                .decide(clinic(), excluded, 1));
        addResults(course);
        addLogin(course);
        CanaryAccess.add(samples, store, course, CANARY);
        consent(course.patient().id(), Consent.Kind.TESTING, true, 0);
        CanaryPreparations.add(samples, store, course, CANARY);
        CanaryEntries.add(samples, store, course, CANARY);
        CanaryImports.add(samples, store, course, CANARY);
        return course;
    }

    private void addResults(Samples.Course course) {
        store.write(act("results", "for " + CANARY, samples.clinician.id(), Samples.NOW), s -> s.results()
                .put(
                        clinic(),
                        course.test().id(),
                        List.of(samples.result(course.test(), course.visit(), Side.LEFT, 221)),
                        Optional.of(samples.symmetry(course.test(), course.visit(), 82))));
        store.write(act("test.trust", CANARY + " was strong", samples.clinician.id(), Samples.NOW), s -> s.trust()
                .say(
                        new TestTrust(
                                samples.id(),
                                clinic(),
                                course.patient().id(),
                                course.visit().id(),
                                course.test().id(),
                                1,
                                true,
                                Samples.NOW,
                                samples.clinician.id(),
                                CANARY + " was strong"),
                        0));
    }

    private void addLogin(Samples.Course course) {
        Account login = new Account(
                samples.id(),
                clinic(),
                CANARY + "@example",
                CANARY + " Sample",
                Role.PATIENT,
                Optional.of(course.patient().id()),
                false);
        store.write(samples.act("account.add"), s -> {
            s.accounts().add(login, "hash");
            s.accounts()
                    .openSession(new LoginSession(
                            samples.id(),
                            "ef".repeat(32),
                            clinic(),
                            login.id(),
                            SessionState.OPEN,
                            Samples.NOW,
                            Samples.NOW,
                            Samples.NOW.plusSeconds(60),
                            CANARY,
                            CANARY));
            s.requests()
                    .done(
                            clinic(),
                            "patient.add " + CANARY,
                            course.patient().id().toString());
            return true;
        });
    }

    void confirm(Id<Patient> patient, boolean numbersStay) {
        step(patient, Step.ASKED, 0, samples.clinician.id(), Samples.NOW, numbersStay);
        step(patient, Step.CONFIRMED, 1, samples.id(), Samples.NOW, numbersStay);
    }

    void erase(Id<Patient> patient, Instant at) {
        eraser().erase(Act.ofPlinth(clinic(), at, "patient.erase"), patient);
    }

    private ErasureStep step(
            Id<Patient> patient, Step step, int seen, Id<Account> actor, Instant at, boolean numbersStay) {
        Optional<Instant> due = step == Step.CONFIRMED ? Optional.of(at.plus(Duration.ofDays(7))) : Optional.empty();
        ErasureStep next =
                new ErasureStep(clinic(), patient, 1, step, Ground.CONSENT_WITHDRAWN, numbersStay, due, at, actor, "");
        return store.write(
                act("erasure." + step.name().toLowerCase(Locale.ROOT), CANARY + " wants it", actor, at),
                s -> s.erasures().add(next, seen));
    }

    private Set<String> tables() throws Exception {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE LOWER(table_schema) = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(tables).contains("patient_version", "audit_words");
        return tables;
    }

    private long rows(String table, Id<Patient> patient) throws Exception {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM " + table + " WHERE patient_id = '" + patient.value() + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Every cell of every table, as text. */
    private String dump() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            for (String table : tables()) {
                if (table.equals("flyway_schema_history")) {
                    continue;
                }
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
        }
        String text = all.toString();
        return text.toLowerCase(Locale.ROOT).contains(CANARY.toLowerCase(Locale.ROOT)) ? text + CANARY : text;
    }

    /** One that stands and one that was taken back, both with words that must go. */
    abstract void readings(Samples.Course course);
}
