package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.Composition;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.config.AppConfig;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.RecordedVisit;
import org.plinth.web.text.Texts;

/** {@code verify} holds the rows of records against the audit chain: a value changed in the database is found and named. */
@Tag("slow")
class VerifyRowsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-08-06T09:00:00Z");

    @TempDir
    private static Path original;

    private static RecordedVisit visit;
    private static Id<Patient> patient;
    private static Id<Consent> consent;

    @TempDir
    private Path data;

    @BeforeAll
    static void a_visit_a_consent_and_a_restriction() throws IOException {
        visit = RecordedVisit.in(original);
        patient = visit.people().patient().id();
        consent = Id.random(new SecureRandom());
        Id<Clinic> clinic = visit.people().clinic().id();
        Id<Account> clinician = visit.people().clinician().id();
        Map<String, String> flags = Map.of("data", original.toString(), "port", "0");
        try (Composition server = Composition.open(
                AppConfig.read(flags, Map.of(), original), Texts.bundled(), Clock.systemUTC(), false)) {
            Act act = new Act(clinic, clinician, NOW, "patient.consent", "asked at the desk", "");
            Consent said = new Consent(
                    consent,
                    clinic,
                    patient,
                    1,
                    Consent.Kind.RESEARCH,
                    true,
                    LocalDate.of(2026, 8, 6),
                    Consent.By.GUARDIAN,
                    Optional.of("Guardian"),
                    "2026-1",
                    clinician);
            server.store().write(act, stores -> stores.consents().add(said, 0));
            server.store().write(act, stores -> stores.access()
                    .change(new PatientAccess(patient, clinic, 0, true, Set.of(clinician))));
        }
    }

    @BeforeEach
    void copy_it() {
        visit.copyTo(data);
    }

    private CommandLineRun verify(String... more) {
        return CommandLineRun.of(Stream.concat(Stream.of("verify", "--data", data.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void run(String... statements) {
        DatabaseAdministrator administrator = new DatabaseAdministrator(data);
        for (String one : statements) {
            assertThat(administrator.run(one)).as(one).isPositive();
        }
    }

    /** Reason and table of what was found, and whether the patient or the consent is named. */
    private List<String> found() {
        CommandLineRun run = verify("--format", "json");
        assertThat(run.code()).as(run.out()).isEqualTo(1);
        return run.out()
                .lines()
                .map(VerifyRowsTest::json)
                .filter(line -> line.path("type").asText().equals("row"))
                .map(line ->
                        line.path("reason").asText() + " " + line.path("table").asText())
                .distinct()
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void untouched_rows_agree_and_are_counted() {
        CommandLineRun whole = verify();
        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.out())
                .containsPattern("Rows of records: [1-9]\\d+ held against the audit chain, 0 with a fault");
    }

    @Test
    void a_value_that_is_changed_in_the_database_is_found_in_every_table_and_named() {
        run(
                "UPDATE patient_version SET birth_date = DATE '1970-01-01'",
                "UPDATE episode_version SET involvement = 'RIGHT'",
                "UPDATE visit SET visit_date = DATE '2020-01-01'",
                "UPDATE visit_version SET closed = NOT closed",
                "UPDATE position_test SET fixation = 'HAND_HELD'",
                "UPDATE recording SET calibration_id = '0'",
                "UPDATE recording_version SET side = 'LEFT' WHERE side = 'RIGHT'",
                "UPDATE trial SET baseline_n = baseline_n + 1",
                "UPDATE trial_version SET pain = 9",
                "UPDATE measurement SET measured = measured + 1 WHERE measured IS NOT NULL",
                "UPDATE result_version SET best_n = best_n + 1",
                "UPDATE symmetry_version SET engine_version = '9.9.9'",
                "UPDATE consent SET given = FALSE",
                "UPDATE patient_access_version SET restricted = FALSE",
                "UPDATE account SET role = 'OWNER' WHERE role = 'CLINICIAN'",
                "UPDATE audit_words SET reason = 'other words'");

        assertThat(found())
                .containsExactlyInAnyOrder(
                        "CHANGED patient_version",
                        "CHANGED episode_version",
                        "CHANGED visit",
                        "CHANGED visit_version",
                        "CHANGED position_test",
                        "CHANGED recording",
                        "CHANGED recording_version",
                        "CHANGED trial",
                        "CHANGED trial_version",
                        "CHANGED measurement",
                        "CHANGED result_version",
                        "CHANGED symmetry_version",
                        "CHANGED consent",
                        "CHANGED patient_access_version",
                        "CHANGED account",
                        "CHANGED audit_words");
        assertThat(verify().out())
                .contains(
                        "patient_version " + patient + " 1: not what the audit chain says",
                        "consent " + consent + ": not what the audit chain says",
                        "Something is not as it was written");
    }

    @Test
    void a_decision_its_reason_and_who_took_it_when_are_found() {
        for (String change : List.of(
                "UPDATE trial_version SET state = 'EXCLUDED', exclusion_reason = 'x' WHERE state = 'ACCEPTED'",
                "UPDATE trial_version SET author = '00000000-0000-0000-0000-000000000009'",
                "UPDATE trial_version SET at = at + INTERVAL '1' DAY")) {
            run(change);
            assertThat(found()).as(change).containsExactly("CHANGED trial_version");
        }
    }

    @Test
    void rows_taken_out_put_in_or_pointed_back_to_an_older_version_are_found() {
        run(
                "UPDATE episode SET head_version = 2",
                "DELETE FROM patient_access_member",
                "INSERT INTO consent SELECT RANDOM_UUID(), clinic_id, patient_id, 2, kind, FALSE, said_on, said_by,"
                        + " guardian, text_version, salt, at, author, reason FROM consent",
                "DELETE FROM measurement",
                "DELETE FROM audit_words");

        assertThat(found())
                .containsExactlyInAnyOrder(
                        "CHANGED episode",
                        "CHANGED patient_access_version",
                        "NOT_IN_CHAIN consent",
                        "MISSING measurement",
                        "MISSING audit_words");
    }
}
