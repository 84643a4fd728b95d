package org.plinth.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.measure.Engine;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.LiveEar;

/** A visit as the live page does it: over HTTP and the live socket, with the virtual dynamometer. */
@Tag("slow")
class VisitOverHttpTest {

    private static ClinicServer server;
    private static Browser clinician;
    private static ClinicServer.Sample own;
    private static ClinicServer.Sample other;

    @BeforeAll
    static void start() {
        server = ClinicServer.empty();
        own = server.addClinic("a");
        other = server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String newVisit() {
        Browser.Answer patient = clinician.postJson(
                "/api/patients",
                Map.of("givenName", "Sample", "familyName", "Person", "birthDate", "1990-01-02", "bodyMass_kg", 70.5));
        assertThat(patient.status()).as(patient.text()).isEqualTo(201);
        String id = patient.json().path("id").asText();
        Browser.Answer episode = clinician.postJson(
                "/api/patients/" + id + "/episodes", Map.of("problem", "Hamstring", "injured", "RIGHT"));
        assertThat(episode.status()).as(episode.text()).isEqualTo(201);
        Browser.Answer visit = clinician.postJson(
                "/api/patients/" + id + "/visits",
                Map.of("episode", episode.json().path("id").asText()));
        assertThat(visit.status()).as(visit.text()).isEqualTo(201);
        return visit.json().path("id").asText();
    }

    private static JsonNode setUp(String visit) {
        Browser.Answer answer = clinician.postJson(
                "/api/visits/" + visit + "/tests",
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static Browser.Answer post(String path, Map<String, ?> body, String... headers) {
        Browser.Answer answer = clinician.postJson(path, body, headers);
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 201);
        return answer;
    }

    private static JsonNode record(String test, String side, LiveEar ear) throws Exception {
        JsonNode tare =
                post("/api/tests/" + test + "/tare", Map.of("side", side)).json();
        assertThat(tare.path("accepted").asBoolean()).as(tare.toString()).isTrue();
        String recording = post(
                        "/api/tests/" + test + "/recordings", Map.of("side", side, "requestId", "start-" + side))
                .json()
                .path("id")
                .asText();
        ear.awaitForce(side.equals("LEFT") ? 0 : 1, 100);
        return post("/api/recordings/" + recording + "/stop", Map.of()).json();
    }

    private static void captureNamesNobody(JsonNode side) {
        String path = "/api/recordings/" + side.at("/recordings/0/id").asText() + "/capture";
        Browser.Answer answer = clinician.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"plinth-[0-9a-f]{8}\\.capture\"");
        assertThat(answer.text())
                .startsWith("# plinth-capture 1\n# driver virtual\n")
                .doesNotContain("Sample Ada", "Madeup");
        assertThat(server.as(Role.OWNER, "a").get(path).status()).isEqualTo(403);
        assertThat(server.as(Role.AUDITOR, "a").get(path).text()).isEqualTo(answer.text());
        assertThat(server.as(Role.PATIENT, "a").get(path).status()).isEqualTo(403);
        assertThat(clinician
                        .get("/api/recordings/" + "0".repeat(32) + "/capture")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_visit_on_both_sides_gives_a_symmetry_with_its_interval() throws Exception {
        String visit = newVisit();
        String test = setUp(visit).path("id").asText();
        try (LiveEar ear = LiveEar.on(clinician, visit)) {
            post("/api/tests/" + test + "/connect", Map.of());
            for (String side : new String[] {"LEFT", "RIGHT"}) {
                JsonNode sheet = record(test, side, ear);
                JsonNode efforts = sheet.path(side.toLowerCase(Locale.ROOT)).path("efforts");
                assertThat(efforts).as(sheet.toString()).isNotEmpty();
                captureNamesNobody(sheet.path(side.toLowerCase(Locale.ROOT)));
                for (JsonNode effort : efforts) {
                    assertThat(effort.path("peak100_N").asDouble()).isGreaterThan(50);
                    post(
                            "/api/trials/" + effort.path("id").asText() + "/decision",
                            Map.of("state", "ACCEPTED", "pain", 1),
                            "If-Match",
                            "\"" + effort.path("version").asInt() + "\"");
                }
            }
        }

        JsonNode sheet = clinician.get("/api/tests/" + test).json();
        assertThat(sheet.at("/left/result/value_N").asDouble()).isGreaterThan(50);
        assertSaysWhatItRestsOn(sheet);
        assertThat(sheet.at("/symmetry/injured").asText()).isEqualTo("right");
        double lsi = 100
                * sheet.at("/right/result/value_N").asDouble()
                / sheet.at("/left/result/value_N").asDouble();
        assertThat(sheet.at("/symmetry/lsi_pct").asDouble()).isCloseTo(lsi, offset(1e-9));
        assertThat(sheet.at("/symmetry/lsiLow_pct").asDouble()).isLessThan(lsi);
        assertThat(sheet.at("/symmetry/lsiHigh_pct").asDouble()).isGreaterThan(lsi);

        int version =
                clinician.get("/api/visits/" + visit).json().path("version").asInt();
        String close = "/api/visits/" + visit + "/close";
        assertThat(clinician.postJson(close, Map.of()).json().at("/error/field").asText())
                .isEqualTo("If-Match");
        Browser.Answer old = clinician.postJson(close, Map.of(), "If-Match", "\"" + (version + 5) + "\"");
        assertThat(old.status()).isEqualTo(412);
        assertThat(old.json().at("/current/version").asInt()).isEqualTo(version);
        assertThat(post(close, Map.of(), "If-Match", "\"" + version + "\"")
                        .json()
                        .path("closed")
                        .asBoolean())
                .isTrue();
        Browser.Answer closed = clinician.postJson(
                "/api/visits/" + visit + "/tests",
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1"));
        assertThat(closed.status()).isEqualTo(409);
    }

    private static void assertSaysWhatItRestsOn(JsonNode sheet) {
        assertThat(sheet.at("/left/result/engineVersion").asText()).isEqualTo(Engine.VERSION);
        assertThat(sheet.at("/left/result/input_sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(sheet.at("/symmetryEngineVersion").asText()).isEqualTo(Engine.VERSION);
    }

    @Test
    void the_same_start_sent_a_hundred_times_is_one_recording() throws Exception {
        String visit = newVisit();
        String test = setUp(visit).path("id").asText();
        post("/api/tests/" + test + "/connect", Map.of());
        post("/api/tests/" + test + "/tare", Map.of("side", "LEFT"));
        Set<String> recordings = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            recordings.add(post("/api/tests/" + test + "/recordings", Map.of("side", "LEFT", "requestId", "one"))
                    .json()
                    .path("id")
                    .asText());
        }
        post("/api/recordings/" + recordings.iterator().next() + "/stop", Map.of());

        assertThat(recordings).hasSize(1);
        assertThat(clinician.get("/api/tests/" + test).json().at("/left/recordings"))
                .hasSize(1);
        int version =
                clinician.get("/api/visits/" + visit).json().path("version").asInt();
        post("/api/visits/" + visit + "/close", Map.of(), "If-Match", "\"" + version + "\"");
    }

    @Test
    void a_patient_added_twice_by_one_request_is_one_patient() {
        Map<String, String> body =
                Map.of("givenName", "Sample", "familyName", "Twice", "birthDate", "1990-01-02", "requestId", "twice");

        String first = post("/api/patients", body).json().path("id").asText();

        assertThat(post("/api/patients", body).json().path("id").asText()).isEqualTo(first);
    }

    @Test
    void a_visits_request_that_names_another_patient_is_409() {
        String visit = newVisit();
        JsonNode test = setUp(visit);
        String stranger = own.patient().id().toString();
        String strangersVisit = "/api/visits/" + visit;
        Map<String, String> forged = Map.of("patient", stranger);

        assertThat(clinician
                        .postJson(strangersVisit + "/close", forged, "If-Match", "1")
                        .status())
                .isEqualTo(409);
        assertThat(clinician
                        .postJson(
                                strangersVisit + "/tests",
                                Map.of("position", "curl-prone-15", "fixation", "belt", "patient", stranger))
                        .status())
                .isEqualTo(409);
        for (String step : new String[] {"connect"}) {
            assertThat(clinician
                            .postJson("/api/tests/" + test.path("id").asText() + "/" + step, forged)
                            .status())
                    .isEqualTo(409);
        }
        assertThat(clinician
                        .postJson(
                                "/api/tests/" + test.path("id").asText() + "/recordings",
                                Map.of("side", "LEFT", "requestId", "x", "patient", stranger))
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("OTHER_PATIENT");
        assertThat(clinician
                        .postJson(
                                "/api/patients/" + stranger + "/visits",
                                Map.of("episode", other.episode().id().toString()))
                        .status())
                .isIn(404, 409);
    }

    @Test
    void fields_are_checked_one_by_one() {
        String visit = newVisit();
        String path = "/api/visits/" + visit + "/tests";
        Map<String, String> good = Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1");
        assertField(path, with(good, "fixation", "glue"), "fixation");
        assertField(path, with(good, "firstSide", "UP"), "firstSide");
        assertField(path, with(good, "colour", "red"), "colour");
        assertField(path, with(good, "patient", "17"), "patient");
        assertField("/api/patients", Map.of("givenName", "A", "familyName", "B", "birthDate", "1.2.1990"), "birthDate");
        assertField(
                "/api/patients", Map.of("givenName", "A", "familyName", "B", "birthDate", "2190-01-01"), "birthDate");
        assertField(
                "/api/patients",
                Map.of("givenName", "A", "familyName", "B", "birthDate", "1990-01-01", "bodyMass_kg", 3),
                "bodyMass_kg");
    }

    private static Map<String, String> with(Map<String, String> good, String name, String value) {
        Map<String, String> changed = new HashMap<>(good);
        changed.put(name, value);
        return changed;
    }

    private static void assertField(String path, Map<String, ?> body, String field) {
        Browser.Answer answer = clinician.postJson(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/error/field").asText()).isEqualTo(field);
    }

    @Test
    void the_live_socket_wants_our_origin_our_clinic_and_its_subprotocol() {
        String visit = newVisit();
        assertThat(LiveEar.refusal(clinician, visit, Optional.empty())).isEqualTo(403);
        assertThat(LiveEar.refusal(clinician, visit, Optional.of("http://evil.example")))
                .isEqualTo(403);
        assertThat(LiveEar.refusal(clinician, other.visit().id().toString(), Optional.of(clinician.origin())))
                .isEqualTo(404);
        assertThat(LiveEar.refusal(server.browser(), visit, Optional.of(clinician.origin())))
                .isEqualTo(401);
        assertThat(LiveEar.refusal(server.as(Role.AUDITOR, "a"), visit, Optional.of(clinician.origin())))
                .isEqualTo(403);
        assertThat(clinician.get("/live/" + visit).status()).isEqualTo(426);
    }

    @Test
    void a_page_that_talks_to_the_live_socket_is_cut_off() throws ExecutionException, InterruptedException {
        String visit = newVisit();
        try (LiveEar ear = LiveEar.on(clinician, visit)) {
            ear.say("{not even json");

            assertThat(ear.closed()).isEqualTo(1003);
        }
    }
}
