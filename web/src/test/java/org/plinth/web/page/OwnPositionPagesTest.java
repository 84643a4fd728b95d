package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.OwnPositionReader.Origin;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionCopy;
import org.plinth.core.position.PositionFields;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;

/** Own positions over HTTP: pages and API, good and hostile. */
@Tag("slow")
class OwnPositionPagesTest {

    private static ClinicServer server;
    private static ClinicServer.Sample own;
    private static Browser clinician;
    private static Browser other;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        own = server.addClinic("a");
        server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
        other = server.as(Role.CLINICIAN, "b");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_copy_is_written_shown_changed_compared_and_retired() {
        Answer draft = clinician.page("/positions/own/new?from=curl-prone-15");
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.text())
                .contains("Prone curl, knee 15°, our own", "Copy of Prone curl, knee 15°, version 1", "Hold (s)")
                .contains("will not be compared with those of the position that it is a copy of");

        String href = made(form("Curl of the clinic"));
        Answer shown = clinician.page(href);
        assertThat(shown.text())
                .contains("Curl of the clinic", "Version 1. Copy of Prone curl, knee 15°, version 1.")
                .contains("from the literature, provisional")
                .contains("Sample CLINICIAN");
        assertThat(clinician.page(href + "/edit").text())
                .contains("Results from version 2 on are a new series: they will not be compared with version 1.");

        Map<String, String> shorter = with(form("Curl of the clinic"), "hold.seconds", "3", "reason", "less pain");
        assertThat(clinician
                        .postForm(href + "/edit", with(shorter, "version", "1"))
                        .header("Location"))
                .isEqualTo(href);

        assertThat(clinician.page(href).text())
                .contains("Version 2. Copy of", "Changed: hold 5 s → 3 s", "less pain")
                .contains("<td><p>5 s</p></td>", "<td><p>3 s</p></td>");
        assertThat(clinician.page(href + "?version=1").text())
                .contains("This is an older version. Results that were made with it keep it.")
                .doesNotContain(href + "/edit");
        assertThat(clinician.page(href + "?version=3").status()).isEqualTo(404);

        Map<String, String> retire = Map.of("version", "2", "retired", "yes", "reason", "not used");
        assertThat(clinician.postForm(href + "/retire", retire).status()).isEqualTo(303);
        assertThat(clinician.page("/positions/own").text()).contains("no longer offered");
        assertThat(clinician.page(href).text()).contains("Offer again", "not used");
        assertThat(clinician.page(href + "/edit").status()).isEqualTo(409);
        assertThat(clinician
                        .postForm(href + "/edit", with(shorter, "version", "3", "hold.seconds", "4"))
                        .status())
                .isEqualTo(409);
        assertThat(clinician.page(href).text()).contains("Offer again");
    }

    @Test
    void a_preview_shows_it_and_saves_nothing() {
        Map<String, String> form = with(form("Only looked at"), "action", "preview", "hold.seconds", "7");

        Answer preview = clinician.postForm("/positions/own/new", form);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text())
                .contains("Preview: Only looked at", "Nothing is saved yet")
                .contains("7 s");
        assertThat(clinician.page("/positions/own").text()).doesNotContain("Only looked at");
    }

    @Test
    void everything_that_is_wrong_stands_beside_its_field_and_nothing_is_lost() {
        Map<String, String> form = with(
                form("Wrong <b>curl</b>"),
                "hold.seconds",
                "five",
                "hip.degrees",
                "200",
                "instruction",
                "Push.",
                "setUp",
                "One.\r\nTwo.\r\n",
                "error.rig.percent",
                "41");

        Answer refused = clinician.postForm("/positions/own/new", form);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("Hold: Write a whole number from 0 to 60 s.")
                .contains("Hip angle at the start: Write a whole number from -30 to 130 °.")
                .contains("What is said to the patient: Tell her to breathe")
                .contains("Rig: measurement error: Write a number from 0.5 to 40 %, with a point: 7.5.")
                .contains("id=\"hold.seconds-problem\"", "value=\"five\"", "value=\"200\"", "One.")
                .contains("Wrong &lt;b>curl&lt;/b>")
                .doesNotContain("<b>curl");
    }

    @Test
    void a_script_in_a_name_is_text_on_every_page() {
        String hostile = "<script>alert('own')</script>\"><img src=x onerror=alert(1)>";
        String href = made(form(hostile));

        for (String page : List.of(
                href, href + "/edit", "/positions/own", "/visits/" + own.visit().id() + "/live")) {
            String html = clinician.page(page).text();
            assertThat(html)
                    .as(page)
                    .doesNotContain("<script>alert", "<img src=x")
                    .contains("alert(");
        }
        Answer preview = clinician.postForm("/positions/own/new", with(form(hostile), "action", "preview"));
        assertThat(preview.text()).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void a_text_of_ten_thousand_characters_is_refused_and_given_back() {
        String longest = "x".repeat(10_000);

        Answer refused = clinician.postForm("/positions/own/new", with(form("Long"), "instruction", longest));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("At most 500 characters").contains(longest);
        assertThat(clinician
                        .postForm("/positions/own/new", with(form("Long"), "reason", longest))
                        .text())
                .contains("Why: At most 500 characters", longest);
        assertThat(clinician
                        .postForm("/positions/own/new", with(form("Nul\u0000"), "ankle", "a\u0007b"))
                        .text())
                .contains("Ankle: There are characters here that cannot be shown");
    }

    @Test
    void fields_that_do_not_exist_and_positions_that_do_not_are_refused() {
        assertThat(clinician
                        .postForm("/positions/own/new", with(form("x"), "colour", "red"))
                        .status())
                .isEqualTo(400);
        assertThat(clinician.page("/positions/own/new?from=isok-knee-flex").status())
                .isEqualTo(404);
        assertThat(clinician.page("/positions/own/new?from=nothing").status()).isEqualTo(404);
        assertThat(clinician.page("/positions/own/new").header("Location")).isEqualTo("/positions/own");
        assertThat(clinician
                        .postForm("/positions/own/new", with(form("x"), "from", "nothing@1"))
                        .status())
                .isEqualTo(404);
        assertThat(clinician.page("/positions/own/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void another_clinics_position_is_not_found_and_cannot_be_copied_changed_or_tested() {
        String href = made(form("Ours alone"));
        String id = "own-" + href.substring(href.lastIndexOf('/') + 1);

        for (String page : List.of(href, href + "/edit", "/positions/own/new?from=" + id)) {
            assertThat(other.page(page).status()).as(page).isEqualTo(404);
        }
        Map<String, String> change = with(form("x"), "version", "1", "reason", "mine now");
        assertThat(other.postForm(href + "/edit", change).status()).isEqualTo(404);
        assertThat(other.postForm(href + "/retire", Map.of("version", "1", "retired", "yes"))
                        .status())
                .isEqualTo(404);
        assertThat(other.postJson(
                                "/api/positions/" + id + "/versions",
                                Map.of("reason", "x", "hold.seconds", 3),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(other.page("/positions/own").text()).doesNotContain("Ours alone");
        assertThat(other.get("/api/positions").text()).doesNotContain("Ours alone");
        assertThat(clinician.page(href).status()).isEqualTo(200);
    }

    @Test
    void who_was_slower_sees_what_the_other_changed_and_keeps_what_she_typed() {
        String href = made(form("Raced"));
        clinician.postForm(href + "/edit", with(form("Raced"), "version", "1", "reason", "first", "hold.seconds", "4"));

        Answer late = clinician.postForm(
                href + "/edit", with(form("Raced"), "version", "1", "reason", "second", "rest.seconds", "77"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text())
                .contains("Somebody saved version 2 while you were writing")
                .contains("<td><p>5 s</p></td>", "<td><p>4 s</p></td>", "value=\"77\"", "value=\"second\"")
                .contains("name=\"version\" value=\"2\"");
        Map<String, String> again =
                with(form("Raced"), "version", "2", "reason", "second", "rest.seconds", "77", "hold.seconds", "4");
        assertThat(clinician.postForm(href + "/edit", again).status()).isEqualTo(303);
        assertThat(clinician
                        .postForm(href + "/retire", Map.of("version", "1", "retired", "yes"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void a_change_needs_a_reason_and_something_that_changes() {
        String href = made(form("Same"));

        Answer unreasoned = clinician.postForm(href + "/edit", with(form("Same"), "version", "1", "hold.seconds", "4"));
        Answer unchanged = clinician.postForm(href + "/edit", with(form("Same"), "version", "1", "reason", "none"));

        assertThat(unreasoned.status()).isEqualTo(400);
        assertThat(unreasoned.text()).contains("id=\"reason-problem\"");
        assertThat(unchanged.status()).isEqualTo(409);
        assertThat(unchanged.text()).contains("Nothing is different from the version before, so nothing was saved.");
        assertThat(clinician.page(href).text()).doesNotContain("Version 2");
    }

    @Test
    void patients_see_none_of_it_auditors_read_administrators_write() {
        String href = made(form("Read by all but patients"));
        Browser patient = server.as(Role.PATIENT, "a");
        Browser auditor = server.as(Role.AUDITOR, "a");
        Browser administrator = server.as(Role.OWNER, "a");

        for (String page : List.of("/positions/own", href, href + "/edit", "/api/positions")) {
            assertThat(patient.page(page).status()).as(page).isEqualTo(403);
        }
        assertThat(patient.postForm("/positions/own/new", form("x")).status()).isEqualTo(403);
        assertThat(auditor.page(href).text()).contains("Read by all").doesNotContain(href + "/edit", "/retire");
        assertThat(auditor.page("/positions/own").text()).doesNotContain("/positions/own/new");
        assertThat(auditor.page(href + "/edit").status()).isEqualTo(403);
        assertThat(administrator
                        .postForm("/positions/own/new", form("By administrator"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void programs_copy_change_and_list() {
        Answer added = clinician.postJson(
                "/api/positions",
                Map.of("from", "curl-prone-15", "name", "By a program", "setUp", List.of("One.", "Two.")));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("setUp").size()).isEqualTo(2);
        assertThat(added.json().path("hold.seconds").asInt()).isEqualTo(5);
        assertThat(added.json().path("basedOn").asText()).isEqualTo("curl-prone-15@1");
        String versions = "/api/positions/" + added.json().path("id").asText() + "/versions";

        Answer refused = clinician.postJson(
                versions,
                Map.of("reason", "x", "hold.seconds", 61, "hip.degrees", "a", "tare", "LOADED"),
                "If-Match",
                "\"1\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").path("field").asText()).isEqualTo("hip.degrees");
        assertThat(refused.json().path("current").path("problems")).hasSize(3);

        Map<String, ?> change = Map.of("reason", "shorter", "hold.seconds", 3, "ankle", "");
        assertThat(clinician.postJson(versions, change).status()).isEqualTo(400);
        Answer changed = clinician.postJson(versions, change, "If-Match", "\"1\"");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("protocolVersion").asInt()).isEqualTo(2);
        assertThat(changed.json().has("ankle")).isFalse();
        assertThat(changed.json().path("name").asText()).isEqualTo("By a program");

        Answer stale = clinician.postJson(versions, change, "If-Match", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("current").path("version").asInt()).isEqualTo(2);
        assertThat(clinician.postJson(versions, change, "If-Match", "\"2\"").status())
                .isEqualTo(409);

        Answer list = clinician.get("/api/positions");
        assertThat(list.json().path("positions")).hasSizeGreaterThan(32);
        assertThat(list.text()).contains("\"id\":\"curl-prone-15\",\"own\":false", "By a program");
    }

    @Test
    void every_field_is_in_one_group_of_the_form() {
        String form = clinician.page("/positions/own/new?from=curl-prone-15").text();

        PositionFields.ALL.forEach(field -> assertThat(form)
                .containsOnlyOnce("name=\"" + field.key() + "\"")
                .contains("for=\"" + field.key() + "\""));
    }

    private static String made(Map<String, String> form) {
        Answer answer = clinician.postForm("/positions/own/new", form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(OwnPosition.idOf("own-" + answer.header("Location").substring("/positions/own/".length())))
                .isPresent();
        return answer.header("Location");
    }

    /** The form of a copy of the prone curl, as a browser would send it. */
    private static Map<String, String> form(String name) {
        Origin origin = new Origin("curl-prone-15", 1);
        PositionContent content = PositionCopy.of(
                        PositionCatalogue.bundled()
                                .findVersion("curl-prone-15", 1)
                                .orElseThrow()
                                .content(),
                        origin)
                .with("name", name);
        Map<String, String> form = new LinkedHashMap<>();
        PositionFields.ALL.forEach(field -> form.put(field.key(), field.in(content)));
        form.put("name", name);
        form.put("from", origin.toString());
        form.put("action", "save");
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }
}
