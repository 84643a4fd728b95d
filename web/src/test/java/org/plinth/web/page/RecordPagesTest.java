package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.EntryStore;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;

/** Changes of a patient and an episode over HTTP, as pages and as JSON: who saw what, what is kept, what is refused. */
@Tag("slow")
class RecordPagesTest {

    private static ClinicServer server;
    private static ClinicServer.Sample clinic;
    private static Browser clinician;
    private static Browser assistant;
    private static Browser other;
    private static int patients;

    private String patient;
    private String episode;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        clinic = server.addClinic("a");
        server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
        assistant = server.as(Role.ASSISTANT, "a");
        other = server.as(Role.CLINICIAN, "b");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void add_a_patient() {
        patient = clinician
                .postJson(
                        "/api/patients",
                        Map.of(
                                "givenName",
                                "Sample Berta " + patients++,
                                "familyName",
                                "Madeup",
                                "birthDate",
                                "1980-02-03",
                                "bodyMass_kg",
                                70))
                .json()
                .path("id")
                .asText();
        episode = clinician
                .postJson(
                        "/api/patients/" + patient + "/episodes",
                        Map.of("problem", "Sample tendon", "injured", "LEFT", "openedOn", "2026-07-01"))
                .json()
                .path("id")
                .asText();
    }

    private Map<String, String> details(String... changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "givenName", "Sample Berta",
                "familyName", "Madeup",
                "birthDate", "1980-02-03",
                "bodyMass_kg", "70",
                "bodyMassOn", "2026-08-06",
                "reason", "spelling",
                "version", "1"));
        return with(form, changes);
    }

    private Map<String, String> problem(String... changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "problem", "Sample tendon",
                "injured", "LEFT",
                "openedOn", "2026-07-01",
                "reason", "looked again",
                "version", "1"));
        return with(form, changes);
    }

    private static Map<String, String> with(Map<String, String> form, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private String href() {
        return "/patients/" + patient;
    }

    private String episodeHref() {
        return href() + "/episodes/" + episode;
    }

    @Test
    void details_are_changed_and_the_history_says_who_when_why_and_what_from_what_to_what() {
        assertThat(clinician.page(href() + "/edit").text()).contains("value=\"1980-02-03\"", "value=\"70\"");

        Answer saved = clinician.postForm(
                href() + "/edit", details("bodyMass_kg", "72.5", "givenName", "Sample Bertha", "reason", "weighed"));

        assertThat(saved.status()).isEqualTo(303);
        String history = clinician.page(href() + "/history").text();
        assertThat(history)
                .contains("Version 2", "Sample CLINICIAN, 6 August 2026", "weighed")
                .contains("<th scope=\"row\">Body mass</th><td>70 kg</td><td>72.5 kg</td>")
                .contains("<td>Sample Bertha</td>")
                .contains("Injured leg", "Left");
        assertThat(history.indexOf("Version 2")).isLessThan(history.indexOf("Version 1"));
        assertThat(clinician.page(href()).text()).contains(href() + "/history", href() + "/edit");
    }

    @Test
    void who_is_late_sees_both_and_loses_nothing_that_was_typed() {
        assertThat(clinician
                        .postForm(href() + "/edit", details("familyName", "Earlybird", "reason", "married"))
                        .status())
                .isEqualTo(303);

        Answer late = assistant.postForm(
                href() + "/edit", details("birthDate", "1981-12-24", "reason", "her passport says so"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text())
                .contains("Somebody else changed this", "Sample CLINICIAN", "married")
                .contains("<th scope=\"row\">Last name</th><td>Earlybird</td><td>Madeup</td>")
                .contains("value=\"1981-12-24\"", "value=\"her passport says so\"")
                .contains("name=\"version\" value=\"2\"");
        assertThat(clinician.page(href() + "/history").text()).doesNotContain("24 December 1981");

        Map<String, String> again =
                details("birthDate", "1981-12-24", "familyName", "Earlybird", "version", "2", "reason", "passport");
        assertThat(assistant.postForm(href() + "/edit", again).status()).isEqualTo(303);
        assertThat(clinician.page(href() + "/history").text()).contains("24 December 1981", "Version 3");
    }

    @Test
    void a_program_that_is_late_gets_412_with_the_current_state_and_its_tag() {
        Map<String, Object> body = Map.of(
                "givenName", "Sample Berta", "familyName", "Madeup", "birthDate", "1980-02-03", "reason", "mass gone");
        Answer first = clinician.postJson("/api/patients/" + patient + "/versions", body, "If-Match", "\"1\"");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(first.json().has("bodyMass_kg")).isFalse();

        Answer late = clinician.postJson("/api/patients/" + patient + "/versions", body, "If-Match", "\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("ETag")).isEqualTo("\"2\"");
        assertThat(late.json().path("current").path("version").asInt()).isEqualTo(2);

        assertThat(clinician
                        .postJson("/api/patients/" + patient + "/versions", body)
                        .status())
                .isEqualTo(400);
        assertThat(other.postJson("/api/patients/" + patient + "/versions", body, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(404);
        Map<String, Object> mixedUp = new LinkedHashMap<>(body);
        mixedUp.put("patient", "0123456789abcdef0123456789abcdef");
        assertThat(clinician
                        .postJson("/api/patients/" + patient + "/versions", mixedUp, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "birthDate, 2026-08-07",
        "birthDate, 1906-08-05",
        "bodyMass_kg, 19.9",
        "bodyMass_kg, 300.1",
        "bodyMass_kg, 1e400",
        "bodyMassOn, 2026-08-07",
        "bodyMassOn, 1980-02-02",
        "bodyMassOn, ''",
        "bodyMass_kg, ''",
        "givenName, ''",
        "reason, ''"
    })
    void what_cannot_be_is_refused_beside_its_field_and_the_rest_is_kept(String field, String value) {
        Answer refused = clinician.postForm(href() + "/edit", details("familyName", "Typedname", field, value));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("-problem\"", "value=\"Typedname\"");
        assertThat(clinician.page(href() + "/history").text()).doesNotContain("Version 2");
    }

    @Test
    void an_episode_is_changed_closed_and_opened_again() {
        Answer changed = clinician.postForm(
                episodeHref() + "/edit",
                problem("problem", "Sample tendon, proximal", "treatmentStartedOn", "2026-07-20"));
        assertThat(changed.status()).isEqualTo(303);

        Map<String, String> close = Map.of(
                "version", "2",
                "closedOn", "2026-08-05",
                "closeReason", "discharged after exit test",
                "outcome", "BETTER",
                "exitTest", "NOT_DONE",
                "noExitTest", "did not want one");
        assertThat(clinician.postForm(episodeHref() + "/close", close).status()).isEqualTo(303);
        assertThat(clinician.page(href()).text()).contains("5 August 2026");
        assertThat(clinician.postForm(episodeHref() + "/close", close).status()).isEqualTo(409);

        assertThat(clinician
                        .postForm(episodeHref() + "/reopen", Map.of("version", "2", "reason", "late"))
                        .status())
                .isEqualTo(412);
        assertThat(clinician
                        .postForm(episodeHref() + "/reopen", Map.of("version", "3", "reason", "pain came back"))
                        .status())
                .isEqualTo(303);
        assertThat(clinician.page(href() + "/history").text())
                .contains("discharged after exit test", "pain came back", "20 July 2026", "Version 4");
    }

    @Test
    void what_was_noted_in_an_episode_stands_in_the_history_value_by_value() {
        EpisodeEntry entry = new EpisodeEntry(
                Id.random(new SecureRandom()),
                clinic.clinic().id(),
                Id.<Patient>parse(patient).orElseThrow(),
                Id.<Episode>parse(episode).orElseThrow(),
                1,
                "sample-kind",
                LocalDate.of(2026, 8, 3),
                new TreeMap<>(Map.of("sampleField", "7 <b>of</b> 10")),
                false,
                server.clock().instant(),
                Act.PLINTH);
        store("entry.note", "", entries -> entries.add(entry));
        store("entry.amend", "noted for another", entries -> entries.amend(entry.takenBack(), 1));

        assertThat(clinician.page(href() + "/history").text())
                .contains("Noted: sample-kind", "3 August 2026", "sampleField", "7 &lt;b&gt;of&lt;/b&gt; 10")
                .contains("<th scope=\"row\">Taken back</th><td>No</td><td>Yes</td>", "noted for another");
        JsonNode versions =
                clinician.get("/api/patients/" + patient + "/history").json().path("versions");
        assertThat(versions.findValuesAsText("record")).containsExactly("patient", "episode", "entry", "entry");
        assertThat(versions.get(2).path("about").path("kind").asText()).isEqualTo("sample-kind");
        assertThat(versions.get(2).path("fields").path("data.sampleField").asText())
                .isEqualTo("7 <b>of</b> 10");
        assertThat(versions.get(3).path("changes").findValuesAsText("field")).containsExactly("removed");
    }

    private void store(String action, String reason, Function<EntryStore, EpisodeEntry> change) {
        Act act = new Act(clinic.clinic().id(), Act.PLINTH, server.clock().instant(), action, reason, "");
        server.store().write(act, stores -> change.apply(stores.entries()));
    }

    @Test
    void another_patients_episode_is_refused_and_another_clinics_is_not_found() {
        String first = episode;
        add_a_patient();

        Map<String, String> form = problem();
        assertThat(clinician
                        .postForm(href() + "/episodes/" + first + "/edit", form)
                        .status())
                .isEqualTo(404);
        assertThat(other.postForm(episodeHref() + "/edit", form).status()).isEqualTo(404);
        assertThat(other.page(href() + "/history").status()).isEqualTo(404);
        assertThat(other.get("/api/patients/" + patient + "/history").status()).isEqualTo(404);
        assertThat(assistant.page(episodeHref() + "/edit").status()).isEqualTo(403);
    }

    @Test
    void an_episode_holds_its_visits_and_its_days_are_in_order() {
        clinician.postJson("/api/patients/" + patient + "/visits", Map.of("episode", episode));

        assertThat(clinician
                        .postForm(
                                episodeHref() + "/close",
                                Map.of(
                                        "version", "1",
                                        "closedOn", "2026-08-05",
                                        "closeReason", "done",
                                        "outcome", "GOAL_REACHED",
                                        "exitTest", "NOT_DONE",
                                        "noExitTest", "moved"))
                        .text())
                .contains("A visit was after this day");
        assertThat(clinician
                        .postForm(episodeHref() + "/edit", problem("openedOn", "2026-08-07"))
                        .status())
                .isEqualTo(400);
        assertThat(clinician
                        .postForm(episodeHref() + "/edit", problem("openedOn", "1980-02-02"))
                        .status())
                .isEqualTo(400);
        assertThat(clinician
                        .postForm(episodeHref() + "/edit", problem("treatmentStartedOn", "2026-08-07"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_name_that_is_markup_is_text_in_the_history() {
        String hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        clinician.postForm(href() + "/edit", details("familyName", hostile, "reason", hostile));

        for (String page : new String[] {href() + "/history", href() + "/edit", href()}) {
            assertThat(clinician.page(page).text()).as(page).doesNotContain("<script>alert", "<img src=x");
        }
    }

    @Test
    void the_history_as_json_has_fields_with_their_units_and_what_changed() {
        clinician.postForm(episodeHref() + "/edit", problem("injured", "RIGHT", "reason", "clicked wrongly"));

        JsonNode versions =
                clinician.get("/api/patients/" + patient + "/history").json().path("versions");

        assertThat(versions.findValuesAsText("record")).containsExactly("patient", "episode", "episode");
        assertThat(versions.get(0).path("fields").path("body_mass_kg").asDouble())
                .isEqualTo(70);
        JsonNode change = versions.get(2).path("changes").get(0);
        assertThat(change.path("field").asText()).isEqualTo("involvement");
        assertThat(change.path("before").asText()).isEqualTo("LEFT");
        assertThat(change.path("after").asText()).isEqualTo("RIGHT");
        assertThat(versions.get(2).path("reason").asText()).isEqualTo("clicked wrongly");
        assertThat(versions.toString()).doesNotContain("salt");
    }
}
