package org.plinth.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.capture.VirtualHands;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Json;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.LiveEar;
import org.plinth.web.testkit.Screened;

/** The browser bridge over a real socket. */
@Tag("slow")
class BridgeSocketTest {

    private static final String BRIDGE = "0123456789abcdef0123456789abcdef";
    private static final String SENSOR = "virtual-1";
    private static final Force STRENGTH = Force.ofNewtons(200);
    private static final double FASTER = 50;
    private static final int MOST_LOOKS = 1_000;

    private static ClinicServer server;
    private static Browser clinician;

    @BeforeAll
    static void start() {
        server = ClinicServer.empty();
        server.addClinic("a");
        server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static VirtualLinkProvider sensors() {
        return new VirtualLinkProvider(Scenario.ofSeed(3), 1, Clock.systemUTC(), FASTER);
    }

    private static BleLink virtual() {
        return sensors().link(SENSOR);
    }

    private static JsonNode post(String path, Map<String, ?> body) {
        Browser.Answer answer = clinician.postJson(path, body);
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 201);
        return answer.json();
    }

    private static String newVisit() {
        String patient = post(
                        "/api/patients",
                        Map.of(
                                "givenName", "Sample",
                                "familyName", "Person",
                                "birthDate", "1990-01-02",
                                "bodyMass_kg", 70.5))
                .path("id")
                .asText();
        String episode = post(
                        "/api/patients/" + patient + "/episodes", Map.of("problem", "Hamstring", "injured", "RIGHT"))
                .path("id")
                .asText();
        return Screened.over(
                clinician,
                post("/api/patients/" + patient + "/visits", Map.of("episode", episode))
                        .path("id")
                        .asText());
    }

    private static boolean isListed(String sensor) {
        return clinician.get("/api/sensors").text().contains(sensor);
    }

    @Test
    void a_side_is_recorded_through_a_browser_and_every_packet_is_acknowledged() throws Exception {
        String visit = newVisit();
        VirtualLinkProvider sensors = sensors();
        VirtualHands hands = new VirtualHands(sensors);
        hands.rest(SENSOR);
        try (PageWithBluetooth page = new PageWithBluetooth(clinician, sensors.link(SENSOR));
                LiveEar ear = LiveEar.on(clinician, visit)) {
            page.open(BRIDGE, "ab/c=", "Progressor_0001");
            for (int look = 0; look < MOST_LOOKS && !isListed("browser-ab_c_"); look++) {
                Thread.onSpinWait();
            }
            assertThat(server.as(Role.CLINICIAN, "b").get("/api/sensors").text())
                    .as("to another clinic")
                    .doesNotContain("browser-ab_c_");
            String test = setUp(visit, "browser-ab_c_");
            post("/api/tests/" + test + "/connect", Map.of());
            JsonNode tare = post("/api/tests/" + test + "/tare", Map.of("side", "LEFT"));
            assertThat(tare.path("accepted").asBoolean()).as(tare.toString()).isTrue();
            hands.work(SENSOR, STRENGTH);
            String recording = post(
                            "/api/tests/" + test + "/recordings", Map.of("side", "LEFT", "requestId", "start-1"))
                    .path("id")
                    .asText();
            ear.awaitForce(0, 50);
            JsonNode side = post("/api/recordings/" + recording + "/stop", Map.of());
            assertThat(side.toString()).contains("CANDIDATE").contains("\"lost\":0");
            assertThat(page.acknowledged()).isSorted().isNotEmpty();
        }
    }

    private static String setUp(String visit, String sensor) {
        Map<String, Object> chosen =
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", sensor, "newSensor", true);
        return post("/api/visits/" + visit + "/tests", chosen).path("id").asText();
    }

    @Test
    void a_recording_is_not_stopped_while_packets_of_it_may_wait_in_a_browser() throws Exception {
        String visit = newVisit();
        VirtualLinkProvider sensors = sensors();
        VirtualHands hands = new VirtualHands(sensors);
        hands.rest(SENSOR);
        try (PageWithBluetooth page = new PageWithBluetooth(clinician, sensors.link(SENSOR));
                LiveEar ear = LiveEar.on(clinician, visit)) {
            page.open(BRIDGE.replace('0', 'b'), "away", "Progressor_0002");
            for (int look = 0; look < MOST_LOOKS && !isListed("browser-away"); look++) {
                Thread.onSpinWait();
            }
            String test = setUp(visit, "browser-away");
            post("/api/tests/" + test + "/connect", Map.of());
            assertThat(post("/api/tests/" + test + "/tare", Map.of("side", "LEFT"))
                            .path("accepted")
                            .asBoolean())
                    .isTrue();
            hands.work(SENSOR, STRENGTH);
            String recording = post(
                            "/api/tests/" + test + "/recordings", Map.of("side", "LEFT", "requestId", "start-2"))
                    .path("id")
                    .asText();
            ear.awaitForce(0, 50);
            page.cut();
            for (int look = 0; look < MOST_LOOKS && isListed("browser-away"); look++) {
                Thread.onSpinWait();
            }
            Browser.Answer refused = clinician.postJson("/api/recordings/" + recording + "/stop", Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("Packets of this recording still wait in a browser");
            assertThat(clinician
                            .get("/api/tests/" + test)
                            .json()
                            .path("recording")
                            .path("id")
                            .asText())
                    .isEqualTo(recording);
        }
    }

    @Test
    void a_browser_that_does_not_keep_to_the_protocol_is_cut_off() {
        String[] wrong = {
            "{}",
            "not json",
            "{\"type\":\"sing\"}",
            "{\"type\":\"reply\",\"slot\":0,\"op\":1}",
            "{\"type\":\"open\",\"bridge\":\"x\",\"slot\":0}",
            "{\"type\":\"open\",\"bridge\":\"" + BRIDGE.replace('0', 'a') + "\",\"slot\":7}"
        };
        for (String message : wrong) {
            try (PageWithBluetooth page = new PageWithBluetooth(clinician, virtual())) {
                page.say(message.equals("not json") ? Json.object().textNode("x") : Json.read(message));
                assertThat(page.closeCode()).as(message).isEqualTo(1008);
            }
        }
        try (PageWithBluetooth page = new PageWithBluetooth(clinician, virtual())) {
            page.sendBinary(new byte[40]);
            assertThat(page.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void a_bridge_needs_a_clinician_and_our_own_origin() {
        assertThat(refusal(clinician, Optional.empty())).isEqualTo(403);
        assertThat(refusal(clinician, Optional.of("https://elsewhere.example"))).isEqualTo(403);
        Browser patient = server.as(Role.PATIENT, "a");
        assertThat(refusal(patient, Optional.of(patient.origin()))).isEqualTo(403);
        Browser nobody = server.browser();
        assertThat(refusal(nobody, Optional.of(nobody.origin()))).isEqualTo(401);
    }

    private static int refusal(Browser browser, Optional<String> origin) {
        int[] status = new int[1];
        assertThatThrownBy(() -> browser.socket(
                                "plinth.bridge.1", "/bridge", origin, new java.net.http.WebSocket.Listener() {})
                        .get())
                .isInstanceOfSatisfying(
                        ExecutionException.class,
                        failed -> status[0] = ((WebSocketHandshakeException) failed.getCause())
                                .getResponse()
                                .statusCode());
        return status[0];
    }
}
