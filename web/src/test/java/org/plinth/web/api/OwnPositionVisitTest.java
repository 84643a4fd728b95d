package org.plinth.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.LiveEar;
import org.plinth.web.testkit.Screened;

/** A clinic's own position from its first version to a result of its second, over HTTP. */
@Tag("slow")
class OwnPositionVisitTest {

    @Test
    void a_result_keeps_the_protocol_that_it_was_measured_with_and_the_line_breaks_at_the_next() throws Exception {
        try (ClinicServer server = ClinicServer.withPages()) {
            server.addClinic("a");
            Browser clinician = server.as(Role.CLINICIAN, "a");
            String patient = patient(clinician);
            String episode = post(
                            clinician,
                            "/api/patients/" + patient + "/episodes",
                            Map.of("problem", "Hamstring", "injured", "LEFT"))
                    .path("id")
                    .asText();
            JsonNode own = post(
                    clinician,
                    "/api/positions",
                    Map.of("from", "curl-prone-15", "name", "Our curl", "hold.seconds", 5));
            String position = own.path("positionId").asText(own.path("id").asText());

            String first = measured(clinician, patient, episode, position);
            post(
                    clinician,
                    "/api/positions/" + own.path("id").asText() + "/versions",
                    Map.of("reason", "shorter", "hold.seconds", 3),
                    "If-Match",
                    "\"1\"");
            String second = measured(clinician, patient, episode, position);

            assertThat(clinician.page("/visits/" + first).text())
                    .contains("Our curl", "5 s")
                    .doesNotContain("3 s");
            assertThat(clinician.page("/visits/" + second).text()).contains("Our curl", "3 s");
            // The server's clock stands still in tests, so which of the two came first is not told.
            assertThat(clinician.page("/patients/" + patient).text())
                    .containsPattern("protocol changed: hold (5 s → 3 s|3 s → 5 s)")
                    .contains("Tests before and after are not compared");
        }
    }

    private static String patient(Browser clinician) {
        return post(
                        clinician,
                        "/api/patients",
                        Map.of(
                                "givenName",
                                "Sample",
                                "familyName",
                                "Person",
                                "birthDate",
                                "1990-01-02",
                                "bodyMass_kg",
                                70.5))
                .path("id")
                .asText();
    }

    /** One kept effort of the left leg at a visit of its own, which is closed again. */
    private static String measured(Browser clinician, String patient, String episode, String position)
            throws Exception {
        String visit = post(clinician, "/api/patients/" + patient + "/visits", Map.of("episode", episode))
                .path("id")
                .asText();
        Screened.over(clinician, visit);
        String test = post(
                        clinician,
                        "/api/visits/" + visit + "/tests",
                        Map.of("position", position, "fixation", "belt", "sensor", "virtual-1"))
                .path("id")
                .asText();
        try (LiveEar ear = LiveEar.on(clinician, visit)) {
            post(clinician, "/api/tests/" + test + "/connect", Map.of());
            post(clinician, "/api/tests/" + test + "/tare", Map.of("side", "LEFT"));
            String recording = post(
                            clinician,
                            "/api/tests/" + test + "/recordings",
                            Map.of("side", "LEFT", "requestId", "start-" + test))
                    .path("id")
                    .asText();
            ear.awaitForce(0, 100);
            JsonNode effort = post(clinician, "/api/recordings/" + recording + "/stop", Map.of())
                    .at("/left/efforts/0");
            post(
                    clinician,
                    "/api/trials/" + effort.path("id").asText() + "/decision",
                    Map.of("state", "ACCEPTED", "pain", 1),
                    "If-Match",
                    "\"" + effort.path("version").asInt() + "\"");
        }
        int version =
                clinician.get("/api/visits/" + visit).json().path("version").asInt();
        post(clinician, "/api/visits/" + visit + "/close", Map.of(), "If-Match", "\"" + version + "\"");
        return visit;
    }

    private static JsonNode post(Browser clinician, String path, Map<String, ?> body, String... headers) {
        Browser.Answer answer = clinician.postJson(path, body, headers);
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 201);
        return answer.json();
    }
}
