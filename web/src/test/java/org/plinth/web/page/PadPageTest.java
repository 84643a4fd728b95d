package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.LiveEar;

/** What the link of a pain pad can do, and what it cannot. */
@Tag("slow")
class PadPageTest {

    private static ClinicServer server;
    private static int clinics;

    private String name;
    private ClinicServer.Sample sample;
    private Browser clinician;
    private Browser pad;
    private String href;
    private int starts;

    /** Each test that records has its own: a sensor stays with its visit. */
    private String sensor = "virtual-1";

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        name = "p" + ++clinics;
        sample = server.addClinic(name);
        clinician = server.as(Role.CLINICIAN, name);
        pad = server.browser();
        href = "/visits/" + sample.visit().id() + "/pad";
    }

    private String link() {
        Browser.Answer opened = clinician.postJson(href, Map.of("origin", "https://plinth.test"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.json().path("size").asInt()).isGreaterThan(20);
        URI address = URI.create(opened.json().path("href").asText());
        assertThat(address.getPath())
                .as("no secret where servers and logs see it")
                .isEqualTo("/pad");
        return address.getFragment();
    }

    private Browser.Answer look(String token) {
        return pad.postJson("/pad", Map.of("token", token));
    }

    @Test
    void a_link_tells_initials_and_nothing_else_and_a_new_one_ends_it() {
        String first = link();
        JsonNode told = look(first).json();
        assertThat(told.properties().stream().map(Map.Entry::getKey)).containsExactly("initials");
        assertThat(told.path("initials").asText()).isEqualTo("SM");
        assertThat(pad.page("/pad").text()).doesNotContain("Ada", "Madeup", "SM");

        String second = link();
        assertThat(look(first).status()).isEqualTo(404);
        assertThat(look(second).status()).isEqualTo(200);
        assertThat(pad.postJson("/pad/answer", Map.of("token", second, "question", 1, "pain", 3))
                        .status())
                .as("nothing is asked")
                .isEqualTo(409);
        assertThat(pad.postJson(href, Map.of("origin", "https://plinth.test")).status())
                .isIn(401, 403);
        assertThat(clinician
                        .postJson(href, Map.of("origin", "javascript:alert(1)"))
                        .status())
                .isEqualTo(400);
        assertThat(server.as(Role.PATIENT, name).get(href).status()).isEqualTo(403);
    }

    @Test
    void it_ends_after_an_hour_when_it_is_closed_and_with_the_visit() {
        String token = link();
        clinician.postJson(href + "/end", Map.of());
        assertThat(look(token).status()).isEqualTo(404);

        String timed = link();
        server.clock().forward(Duration.ofMinutes(61));
        assertThat(look(timed).status()).isEqualTo(404);
        clinician = server.as(Role.CLINICIAN, name);

        String ofVisit = link();
        assertThat(look(ofVisit).status()).isEqualTo(200);
        String visit = "/api/visits/" + sample.visit().id();
        int version = clinician.get(visit).json().path("version").asInt();
        clinician.postJson(visit + "/close", Map.of(), "If-Match", "\"" + version + "\"");
        assertThat(look(ofVisit).status()).isEqualTo(404);
        assertThat(clinician
                        .postJson(href, Map.of("origin", "https://plinth.test"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void it_ends_when_who_handed_it_over_locks_her_screen_or_leaves() {
        String locked = link();
        clinician.postJson("/lock", Map.of("back", "/"));
        assertThat(look(locked).status()).isEqualTo(404);
        clinician = server.as(Role.CLINICIAN, name);
        assertThat(look(locked).status()).as("a new login brings nothing back").isEqualTo(404);

        String left = link();
        assertThat(look(left).status()).isEqualTo(200);
        clinician.postJson("/logout", Map.of());
        assertThat(look(left).status()).isEqualTo(404);

        clinician = server.as(Role.CLINICIAN, name);
        String forgotten = link();
        server.clock().forward(Duration.ofMinutes(20));
        assertThat(look(forgotten).status()).as("locked by leaving it alone").isEqualTo(404);
    }

    @Test
    void an_answer_is_of_the_question_that_stands_and_changes_no_effort_by_itself() {
        String token = link();
        Made made = made("curl-prone-15", Map.of());
        assertThat(asked(made.effort())).isEqualTo(200);
        int first = look(token).json().path("question").asInt();
        assertThat(answer(token, first, 8)).isEqualTo(200);
        assertThat(answer(token, first, 3)).as("a slip is put right").isEqualTo(200);
        assertThat(answer(token, first, 11)).isEqualTo(400);
        JsonNode told = clinician.get(href).json();
        assertThat(told.path("effort").asText()).isEqualTo(made.effort());
        assertThat(told.path("pain").asInt()).isEqualTo(3);
        JsonNode sheet = clinician.get("/api/tests/" + made.test()).json();
        assertThat(sheet.at("/left/efforts/0/pain").asInt())
                .as("only the clinician's press counts")
                .isEqualTo(1);

        assertThat(clinician.postJson(href + "/ask", Map.of()).status()).isEqualTo(200);
        assertThat(answer(token, first, 5)).as("too late").isEqualTo(409);
        assertThat(asked(made.effort())).isEqualTo(200);
        assertThat(look(token).json().path("question").asInt()).isGreaterThan(first);
        assertThat(answer(token, first, 5)).as("too late for ever").isEqualTo(409);
        assertThat(clinician.get(href).json().has("pain")).isFalse();
        assertThat(asked("0".repeat(32))).isEqualTo(404);
    }

    @Test
    void a_force_is_shown_in_a_held_effort_alone_and_only_where_that_is_written_down_with_it() throws Exception {
        sensor = "virtual-2";
        String token = link();
        String curl = setUp("curl-prone-15");
        assertThat(hold(curl, "LEFT").status()).as("a maximal effort").isEqualTo(409);
        assertThat(look(token).json().has("hold")).isFalse();

        String held = setUp(sustained());
        assertThat(hold(held, "LEFT").status()).isEqualTo(200);
        assertThat(look(token).json().has("hold")).as("nothing runs").isFalse();
        recorded(held, Map.of(), () -> assertThat(look(token).json().has("hold"))
                .as("nobody wrote down that she sees it")
                .isFalse());
        assertThat(hold(held, "RIGHT").status()).isEqualTo(200);
        recorded(held, SEES, () -> {
            assertThat(look(token).json().has("hold")).as("the other side").isFalse();
            assertThat(hold(held, "LEFT").status()).isEqualTo(200);
            JsonNode bar = look(token).json().path("hold");
            assertThat(bar.path("side").asText()).isEqualTo("Left");
            assertThat(bar.path("target_N").asDouble()).isEqualTo(120);
            assertThat(bar.path("least_N").asDouble()).isCloseTo(108, within(1e-9));
            assertThat(bar.path("most_N").asDouble()).isCloseTo(132, within(1e-9));
            assertThat(bar.path("force_N").isNumber()).isTrue();
            assertThat(bar.path("heard").asLong()).isPositive();
            assertThat(bar.path("lost").asBoolean()).isFalse();
        });
        assertThat(look(token).json().has("hold")).as("it is over").isFalse();
    }

    private static final Map<String, Object> SEES =
            Map.of("tones", true, "voice", false, "cues", List.of("GO"), "patientSees", true);

    /** A test with an effort of the left leg. */
    private record Made(String test, String effort) {}

    private Made made(String position, Map<String, ?> condition) {
        String test = setUp(position);
        return new Made(
                test,
                recorded(test, condition, () -> {}).at("/left/efforts/0/id").asText());
    }

    private String setUp(String position) {
        return post(
                        "/api/visits/" + sample.visit().id() + "/tests",
                        Map.of("position", position, "fixation", "belt", "sensor", sensor))
                .path("id")
                .asText();
    }

    private String sustained() {
        JsonNode own = post(
                "/api/positions", Map.of("from", "curl-prone-15", "name", "Our held curl", "contraction", "sustained"));
        return own.path("positionId").asText(own.path("id").asText());
    }

    /** Records the left leg; `during` is done while the force runs. */
    private JsonNode recorded(String test, Map<String, ?> condition, Runnable during) {
        try (LiveEar ear = LiveEar.on(clinician, sample.visit().id().toString())) {
            post("/api/tests/" + test + "/connect", Map.of());
            post("/api/tests/" + test + "/tare", Map.of("side", "LEFT"));
            Map<String, Object> start = new LinkedHashMap<>(condition);
            start.putAll(Map.of("side", "LEFT", "requestId", "start-" + ++starts));
            String recording =
                    post("/api/tests/" + test + "/recordings", start).path("id").asText();
            ear.awaitForce(0, 100);
            during.run();
            return keptAll(post("/api/recordings/" + recording + "/stop", Map.of()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whatever was found, with little pain. */
    private JsonNode keptAll(JsonNode sheet) {
        for (JsonNode effort : sheet.at("/left/efforts")) {
            boolean rejected = effort.path("state").asText().equals("EXCLUDED");
            Browser.Answer kept = clinician.postJson(
                    "/api/trials/" + effort.path("id").asText() + "/decision",
                    Map.of("state", rejected ? "EXCLUDED" : "ACCEPTED", "reason", "as it was", "pain", 1),
                    "If-Match",
                    "\"" + effort.path("version").asInt() + "\"");
            assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        }
        return sheet;
    }

    private JsonNode post(String path, Map<String, ?> body) {
        Browser.Answer answer = clinician.postJson(path, body);
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 201);
        return answer.json();
    }

    private Browser.Answer hold(String test, String side) {
        return clinician.postJson(href + "/hold", Map.of("test", test, "side", side, "target_N", 120));
    }

    private int asked(String effort) {
        return clinician.postJson(href + "/ask", Map.of("effort", effort)).status();
    }

    private int answer(String token, int question, int pain) {
        return pad.postJson("/pad/answer", Map.of("token", token, "question", question, "pain", pain))
                .status();
    }

    @Test
    void pads_that_ended_are_no_guesses() {
        for (int pad = 0; pad < 12; pad++) {
            String token = link();
            clinician.postJson(href + "/end", Map.of());
            assertThat(look(token).status()).isEqualTo(404);
        }
        assertThat(look(link()).status()).isEqualTo(200);
    }

    @Test
    void who_guesses_links_must_wait_and_who_shows_another_patient_is_refused() {
        int status = 404;
        for (int guess = 0; guess < 40 && status == 404; guess++) {
            status = look("guess" + guess).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(look(link()).status())
                .as("a link that holds needs no guessing")
                .isEqualTo(200);
        assertThat(clinician
                        .postJson(href, Map.of("origin", "https://plinth.test", "patient", "0".repeat(32)))
                        .status())
                .isEqualTo(409);
    }
}
