package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;

/** An episode over HTTP: what is noted stands on its page, once, with who may and what is refused. */
@Tag("slow")
class EpisodePagesTest {

    private static final Pattern ENTRY = Pattern.compile("/entries/([0-9a-f]{32})");

    private static ClinicServer server;
    private static Browser clinician;
    private static Browser assistant;
    private static Browser other;
    private static int patients;

    private String patient;
    private String episode;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        server.addClinic("a");
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
        patient = person();
        episode = episode(patient);
    }

    private static String person() {
        return clinician
                .postJson(
                        "/api/patients",
                        Map.of(
                                "givenName", "Sample Berta " + patients++,
                                "familyName", "Madeup",
                                "birthDate", "1980-02-03"))
                .json()
                .path("id")
                .asText();
    }

    private static String episode(String patient) {
        return clinician
                .postJson(
                        "/api/patients/" + patient + "/episodes",
                        Map.of("problem", "Sample tendon", "injured", "LEFT", "openedOn", "2026-07-01"))
                .json()
                .path("id")
                .asText();
    }

    private String href() {
        return "/patients/" + patient + "/episodes/" + episode;
    }

    private static Map<String, String> form(String... values) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("date", "2026-08-01"));
        for (int i = 0; i < values.length; i += 2) {
            form.put(values[i], values[i + 1]);
        }
        return form;
    }

    private Answer note(Browser who, String kind, String... values) {
        return who.postForm(href() + "/add/" + kind, form(values));
    }

    private String entry() {
        Matcher found = ENTRY.matcher(clinician.page(href()).text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> pain(String pain) {
        return form("activity", "SITTING", "timing", "DURING", "pain", pain, "side", "LEFT");
    }

    @Test
    void a_judged_change_has_its_source_and_how_well_it_is_known_one_click_away() {
        note(clinician, "score-lefs", "value", "40");
        assertThat(clinician.page(href()).text()).doesNotContain("Where this limit comes from");
        note(clinician, "score-lefs", "value", "52", "date", "2026-08-03");
        for (String activity : new String[] {"Run", "Sit"}) {
            note(clinician, "score-psfs-activity", "activity", activity, "value", "3");
        }

        assertThat(clinician.page(href()).text())
                .contains(
                        "<details><summary>Where this limit comes from<span class=\"visually-hidden\">: Lower Extremity",
                        "From a study of it in people with complaints of the leg",
                        "Binkley et al. 1999",
                        "No mean of her own activities on 1 August 2026: 2 activities were answered, and a mean needs 3 to 5.");
        assertThat(clinician.page(href() + "/report?for=referrer").text()).contains("Binkley et al. 1999");
        assertThat(clinician.page(href() + "/report?for=payer").text()).doesNotContain("Binkley");
        assertThat(clinician.page(href() + "/report?for=patient").text()).doesNotContain("Binkley");
    }

    @Test
    void what_is_noted_stands_on_the_page_in_words_and_with_its_scale() {
        assertThat(note(clinician, "pain", "activity", "SITTING", "timing", "DURING", "pain", "6", "side", "LEFT")
                        .status())
                .isEqualTo(303);
        assertThat(note(clinician, "score-visa-h", "value", "48", "answeredBy", "PATIENT")
                        .status())
                .isEqualTo(303);
        assertThat(note(
                                clinician,
                                "prescription",
                                "exercise",
                                "Long bridge",
                                "sets",
                                "3",
                                "hold",
                                "20",
                                "side",
                                "LEFT",
                                "timesADay",
                                "2")
                        .status())
                .isEqualTo(303);

        String page = clinician.page(href()).text();
        assertThat(page)
                .contains(
                        "What she did: Sitting · When: During · Pain: 6 of 10 · Side: Left",
                        "6 on 1 August 2026",
                        "higher is better",
                        "lower is better",
                        "Long bridge: left leg, 3 × 20 s hold, 2 times a day.",
                        "Cannot tell a change: one value.")
                .doesNotContain("{0}");
    }

    @Test
    void one_form_sent_a_hundred_times_is_one_entry() {
        Map<String, String> once = pain("4");
        once.put("requestId", "a-form-of-its-own");
        for (int i = 0; i < 5; i++) {
            assertThat(clinician.postForm(href() + "/add/pain", once).status()).isEqualTo(303);
        }

        assertThat(clinician.page(href()).text().split("/entries/", -1)).hasSize(2);
    }

    @Test
    void a_form_that_was_changed_is_another_entry_and_what_no_score_takes_is_refused() {
        Map<String, String> once = pain("4");
        once.put("requestId", "gone-back-to");
        clinician.postForm(href() + "/add/pain", once);
        once.put("pain", "2");
        assertThat(clinician.postForm(href() + "/add/pain", once).status()).isEqualTo(303);
        assertThat(clinician.page(href()).text()).contains("Pain: 4 of 10", "Pain: 2 of 10");

        assertThat(note(clinician, "sitting", "surface", "SOFT", "onset", "7.25")
                        .status())
                .isEqualTo(400);
        assertThat(note(clinician, "score-psfs-activity", "activity", "x".repeat(81), "value", "3")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_picture_bears_any_character() {
        note(clinician, "prescription", "exercise", "\uD83C\uDFCB lift", "side", "LEFT", "sets", "3", "reps", "10");
        note(clinician, "score-psfs-activity", "activity", "\uD83C\uDFC3 running", "value", "3");

        Answer tracks = clinician.page(href() + "/charts/tracks.svg");

        assertThat(tracks.status()).isEqualTo(200);
        assertThat(tracks.text()).contains("&#x1f3cb;");
    }

    @Test
    void an_entry_is_changed_by_the_version_that_was_seen_and_taken_back_with_a_reason() {
        note(clinician, "pain", "activity", "SITTING", "timing", "DURING", "pain", "6", "side", "LEFT");
        String at = href() + "/entries/" + entry();
        assertThat(clinician.page(at).text()).contains("value=\"2026-08-01\"", "name=\"version\" value=\"1\"");

        Map<String, String> changed = pain("5");
        changed.put("version", "1");
        assertThat(clinician.postForm(at, changed).status()).as("no reason").isEqualTo(400);
        changed.put("reason", "misheard");
        assertThat(clinician.postForm(at, changed).status()).isEqualTo(303);
        assertThat(clinician.page(href()).text()).contains("Pain: 5 of 10").doesNotContain("Pain: 6 of 10");
        Answer late = clinician.postForm(at, changed);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("Somebody else changed it");

        assertThat(clinician.postForm(at + "/remove", Map.of("version", "2")).status())
                .isEqualTo(400);
        assertThat(clinician
                        .postForm(at + "/remove", Map.of("version", "2", "reason", "other patient"))
                        .status())
                .isEqualTo(303);
        assertThat(clinician.page(href()).text()).doesNotContain("Pain: 5 of 10");
        assertThat(clinician.page(at).status()).isEqualTo(404);
        assertThat(clinician.page("/patients/" + patient + "/history").text()).contains("other patient");
    }

    @Test
    void what_cannot_be_is_refused_beside_its_field_and_what_was_typed_stays() {
        Answer refused = note(
                clinician,
                "prescription",
                "exercise",
                "Bridge",
                "side",
                "LEFT",
                "sets",
                "3",
                "reps",
                "10",
                "hold",
                "20");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Repetitions or a hold, not both", "value=\"Bridge\"");
        assertThat(note(clinician, "pain", "pain", "11").status()).isEqualTo(400);
        assertThat(clinician
                        .postForm(href() + "/add/pain", form("date", "2030-01-01", "activity", "SITTING"))
                        .status())
                .isEqualTo(400);
        assertThat(note(clinician, "no-such-kind").status()).isEqualTo(404);
        assertThat(note(clinician, "pain", "unknown", "1").status()).isEqualTo(400);
    }

    @Test
    void an_assistant_notes_complaints_and_never_treatment_and_nobody_else_anything() {
        assertThat(assistant.postForm(href() + "/add/pain", pain("3")).status()).isEqualTo(303);
        assertThat(note(assistant, "prescription", "exercise", "x", "side", "LEFT")
                        .status())
                .isEqualTo(403);
        assertThat(assistant.page(href() + "/add/stage").status()).isEqualTo(403);
        assertThat(other.page(href()).status()).isEqualTo(404);
        assertThat(other.postForm(href() + "/add/pain", pain("3")).status()).isEqualTo(404);
        String hers = person();
        assertThat(clinician.page("/patients/" + hers + "/episodes/" + episode).status())
                .isIn(404, 409);
        assertThat(clinician
                        .page("/patients/" + hers + "/episodes/" + episode(hers) + "/entries/" + entry())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void there_is_one_background_and_a_closed_episode_takes_nothing_more() {
        assertThat(note(clinician, "background", "irritability", "LOW").status())
                .isEqualTo(303);
        assertThat(note(clinician, "background", "irritability", "HIGH").status())
                .isEqualTo(409);
        assertThat(clinician.page(href() + "/add/background").status()).isEqualTo(303);

        Map<String, String> close = new LinkedHashMap<>(
                Map.of("version", "1", "closeReason", "Goal reached", "outcome", "GOAL_REACHED", "exitTest", "DONE"));
        Answer untested = clinician.postForm(href() + "/close", close);
        assertThat(untested.status()).isEqualTo(400);
        assertThat(untested.text()).contains("No strength was tested in the last 28 days");
        close.put("exitTest", "NOT_DONE");
        assertThat(clinician.postForm(href() + "/close", close).text()).contains("Say why there was no exit test.");
        close.put("noExitTest", "moved away");
        assertThat(clinician.postForm(href() + "/close", close).status()).isEqualTo(303);
        assertThat(clinician.page(href()).text())
                .contains("How it ended: Goal reached", "Why there was none: moved away");
        assertThat(note(clinician, "pain", "activity", "SITTING", "timing", "DURING", "pain", "6", "side", "LEFT")
                        .status())
                .isEqualTo(409);
        assertThat(clinician.page(href()).text())
                .contains("The episode is closed: no test is due.")
                .doesNotContain("/add/pain");
    }
}
