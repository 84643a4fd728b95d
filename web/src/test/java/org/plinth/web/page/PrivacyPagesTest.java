package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.web.clinic.Role;
import org.plinth.web.privacy.DueErasures;
import org.plinth.web.store.Database;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;

/** Consents, the export of one person, erasure and retention over HTTP, good and hostile. */
@Tag("slow")
class PrivacyPagesTest {

    private static ClinicServer server;
    private static ClinicServer.Sample own;
    private static Browser clinician;
    private static Browser owner;
    private static Browser other;
    private static int patients;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        own = server.addClinic("a");
        server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
        owner = server.as(Role.OWNER, "a");
        other = server.as(Role.CLINICIAN, "b");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String addPatient(String born) {
        return clinician
                .postJson(
                        "/api/patients",
                        Map.of("givenName", "Samplecanary " + patients++, "familyName", "Erasable", "birthDate", born))
                .json()
                .path("id")
                .asText();
    }

    private static Map<String, String> with(Map<String, String> form, String... changes) {
        Map<String, String> all = new LinkedHashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return all;
    }

    private static Map<String, String> consent(String... changes) {
        return with(
                Map.of(
                        "kind", "RESEARCH",
                        "given", "YES",
                        "on", "2026-08-05",
                        "by", "HERSELF",
                        "textVersion", "2026-1",
                        "version", "0"),
                changes);
    }

    // ---- consents

    @Test
    void a_consent_is_written_down_shown_withdrawn_and_never_lost() {
        String href = "/patients/" + addPatient("1980-02-03") + "/privacy";
        assertThat(clinician.page(href).text()).contains("Not asked yet", "Nothing was asked yet.");
        String save = href.replace("/privacy", "/consents");

        assertThat(clinician.postForm(save, consent()).status()).isEqualTo(303);
        assertThat(clinician.page(href).text()).contains("Given on 5 August 2026");
        assertThat(clinician.page(href.replace("/privacy", "")).text()).contains("Given on 5 August 2026");
        assertThat(clinician.postForm(save, consent("given", "NO")).status()).isEqualTo(412);
        assertThat(clinician
                        .postForm(save, consent("given", "NO", "on", "2026-08-06", "version", "1"))
                        .status())
                .isEqualTo(303);

        assertThat(clinician.page(href).text())
                .contains("Refused or withdrawn on 6 August 2026")
                .contains("5 August 2026", "2026-1");
        assertThat(other.page(href).status()).isEqualTo(404);
        assertThat(other.postForm(save, consent()).status()).isEqualTo(404);
        assertThat(owner.page(href).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-01-01, HERSELF, '', a guardian has to speak for her",
        "1980-01-01, GUARDIAN, '', if and only if a guardian",
        "1980-01-01, HERSELF, Sample Guardian, if and only if a guardian"
    })
    void who_cannot_speak_for_herself_needs_a_named_guardian(String born, String by, String guardian, String words) {
        String save = "/patients/" + addPatient(born) + "/consents";

        Answer refused = clinician.postForm(save, consent("by", by, "guardian", guardian));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(words);
        assertThat(clinician
                        .postForm(save, consent("by", "GUARDIAN", "guardian", "Sample Guardian"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void an_auditor_says_what_for_and_hears_how_many_are_left_out() {
        Browser auditor = server.as(Role.AUDITOR, "a");

        assertThat(auditor.page("/exports").text())
                .contains("purpose=research", "0 patients with results are left out: they refused");
        Answer research = auditor.get("/api/export/results.csv?purpose=research");
        assertThat(research.status()).isEqualTo(200);
        assertThat(research.header("X-Plinth-Left-Out")).isEqualTo("0");
        assertThat(auditor.get("/api/export/results.csv?purpose=care").status()).isEqualTo(400);
    }

    // ---- everything

    @Test
    void a_clinician_and_the_patient_herself_can_take_all_of_it_and_nobody_else() throws IOException {
        String path = "/patients/" + own.patient().id() + "/everything.zip";
        Browser herself = server.as(Role.PATIENT, "a");

        Answer taken = clinician.get(path);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.header("Content-Disposition"))
                .contains("plinth-record-" + own.patient().id().toString().substring(0, 8) + "-2026-08-06.zip")
                .doesNotContain("Ada");
        assertThat(names(taken))
                .contains("README.txt", "data/patient_version.csv")
                .anyMatch(name -> name.startsWith("visits/2026-08-06"));
        assertThat(herself.page("/me").text()).contains(path);
        assertThat(names(herself.get(path)))
                .contains("README.txt", "data/visit.json")
                .noneMatch(name -> name.endsWith(".pdf"));
        assertThat(herself.get("/patients/" + addPatient("1980-02-03") + "/everything.zip")
                        .status())
                .isEqualTo(404);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(owner.get(path).status()).isEqualTo(403);
        long noted = server
                .store()
                .read(stores -> stores.audit()
                        .about(own.clinic().id(), "patient:" + own.patient().id()))
                .stream()
                .filter(event -> event.action().equals("export.subject"))
                .count();
        assertThat(noted).isEqualTo(2);
    }

    private static List<String> names(Answer zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    // ---- erasure

    private static Map<String, String> ask(String... changes) {
        return with(
                Map.of(
                        "ground", "CONSENT_WITHDRAWN",
                        "numbers", "GO",
                        "name", "erasable",
                        "reason", "she wrote a letter",
                        "version", "0"),
                changes);
    }

    @Test
    void an_erasure_is_asked_for_confirmed_by_another_waits_and_leaves_a_sentence() {
        String id = addPatient("1980-02-03");
        String ask = "/patients/" + id + "/erasure";
        assertThat(clinician.postForm(ask, ask("name", "Somebody")).text()).contains("This is not her last name");
        assertThat(clinician.postForm(ask, ask()).status()).isEqualTo(303);
        assertThat(clinician.postForm(ask, ask("version", "1")).status()).isEqualTo(409);
        Map<String, String> wait = Map.of("when", "WAIT", "version", "1");
        assertThat(clinician.postForm("/erasures/" + id + "/confirm", wait).status())
                .isEqualTo(409);
        assertThat(other.postForm("/erasures/" + id + "/confirm", wait).status())
                .isEqualTo(404);
        assertThat(owner.page("/erasures").text())
                .contains("patient " + id.substring(0, 8))
                .doesNotContain("Samplecanary", "Erasable");
        assertThat(owner.postForm("/erasures/" + id + "/confirm", wait).status())
                .isEqualTo(303);
        assertThat(owner.page("/erasures").text()).contains("Due on 13 August 2026");

        assertThat(due(Duration.ofDays(6))).isZero();
        assertThat(clinician.page("/patients/" + id).status()).isEqualTo(200);
        assertThat(due(Duration.ofDays(8))).isEqualTo(1);

        Answer gone = clinician.page("/patients/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text())
                .contains("Asked for on 6 August 2026", "by Sample CLINICIAN", "Confirmed on", "Sample OWNER")
                .contains("Erased on")
                .doesNotContain("Samplecanary", "she wrote a letter");
        assertThat(other.page("/patients/" + id).status()).isEqualTo(404);
        assertThat(clinician.page("/patients?q=Samplecanary").text()).doesNotContain(id);
        for (String below : new String[] {"/edit", "/history", "/privacy", "/everything.zip"}) {
            assertThat(clinician.page("/patients/" + id + below).status())
                    .as(below)
                    .isEqualTo(404);
        }
        assertThat(clinician.get("/api/patients/" + id + "/history").status()).isEqualTo(404);
    }

    private static int due(Duration after) {
        Database database = (Database) server.store();
        return new DueErasures(database, database)
                .run(ClinicServer.START.plus(after))
                .size();
    }

    @Test
    void an_erasure_can_be_called_off_and_at_once_needs_a_reason() {
        String id = addPatient("1980-02-03");
        clinician.postForm("/patients/" + id + "/erasure", ask());
        String confirm = "/erasures/" + id + "/confirm";
        assertThat(owner.postForm(confirm, Map.of("when", "NOW", "version", "1"))
                        .status())
                .isEqualTo(400);
        assertThat(owner.postForm(confirm, Map.of("when", "WAIT", "version", "1"))
                        .status())
                .isEqualTo(303);
        assertThat(clinician
                        .postForm(
                                "/erasures/" + id + "/cancel", Map.of("version", "2", "reason", "she changed her mind"))
                        .status())
                .isEqualTo(303);
        assertThat(due(Duration.ofDays(300))).isZero();

        clinician.postForm("/patients/" + id + "/erasure", ask("version", "3"));
        assertThat(owner.postForm(confirm, Map.of("when", "NOW", "version", "4", "reason", "the court says at once"))
                        .status())
                .isEqualTo(303);
        assertThat(clinician.page("/patients/" + id).status()).isEqualTo(410);
    }

    @Test
    void who_was_erased_stays_erased_after_a_restart() {
        String id = addPatient("1980-02-03");
        clinician.postForm("/patients/" + id + "/erasure", ask());
        owner.postForm("/erasures/" + id + "/confirm", Map.of("when", "NOW", "version", "1", "reason", "at once"));

        assertThat(((Database) server.store()).eraseAgain(ClinicServer.START)).isEmpty();
        assertThat(clinician.page("/patients/" + id).status()).isEqualTo(410);
    }

    // ---- retention

    @Test
    void nothing_is_preset_and_what_is_due_is_listed_and_not_deleted() {
        assertThat(owner.page("/retention").text()).contains("has not said how long");
        Map<String, String> rule = Map.of(
                "years",
                "10",
                "untilAge",
                "25",
                "source",
                "Sample law § 630f",
                "reason",
                "the board says so",
                "version",
                "0");
        assertThat(owner.postForm("/retention", with(rule, "years", "")).status())
                .isEqualTo(400);
        assertThat(owner.postForm("/retention", with(rule, "untilAge", "17")).status())
                .isEqualTo(400);
        assertThat(clinician.postForm("/retention", rule).status()).isEqualTo(403);

        assertThat(owner.postForm("/retention", rule).status()).isEqualTo(303);

        assertThat(owner.page("/retention").text())
                .contains("Records are kept for 10 years", "at least until the age of 25", "Sample law § 630f")
                .contains("Nobody's.");
        assertThat(owner.postForm("/retention", rule).status()).isEqualTo(412);
        assertThat(server.as(Role.OWNER, "b").page("/retention").text()).contains("has not said how long");
    }
}
