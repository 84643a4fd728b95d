package org.plinth.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Screened;

/** What a visit may go on with, over HTTP: suggested, recalled, asked with its range, never assumed. */
@Tag("slow")
class VisitPlanTest {

    private ClinicServer server;
    private ClinicServer.Sample own;
    private ClinicServer.Sample other;
    private Browser clinician;
    private String visit;

    @BeforeEach
    void start() {
        server = ClinicServer.empty();
        own = server.addClinic("a");
        other = server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
        visit = own.visit().id().toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode plan() {
        return clinician.get("/api/visits/" + visit + "/plan").json();
    }

    private static JsonNode position(JsonNode plan, String id) {
        for (JsonNode position : plan.path("positions")) {
            if (position.path("id").asText().equals(id)) {
                return position;
            }
        }
        throw new AssertionError("no position " + id);
    }

    private String setUp(String position) {
        Browser.Answer answer = clinician.postJson(
                "/api/visits/" + visit + "/tests",
                Map.of("position", position, "fixation", "belt", "sensor", "virtual-1", "firstSide", "LEFT"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    @Test
    void the_same_set_up_sent_again_is_one_test() {
        Map<String, Object> asked =
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1", "requestId", "set-up-1");
        String path = "/api/visits/" + visit + "/tests";
        String first = clinician.postJson(path, asked).json().path("id").asText();
        assertThat(clinician.postJson(path, asked).json().path("id").asText()).isEqualTo(first);

        Map<String, Object> other = new java.util.HashMap<>(asked);
        other.put("fixation", "rig");
        assertThat(clinician.postJson(path, other).status()).isEqualTo(409);
        assertThat(clinician.get("/api/visits/" + visit).json().path("tests")).hasSize(1);
    }

    private Browser.Answer mark(String test, Map<String, ?> marks) {
        return clinician.postJson("/api/tests/" + test + "/set-up", marks);
    }

    /** A week on, at another visit of the same patient. */
    private void nextVisit() {
        server.clock().forward(Duration.ofDays(7));
        clinician = server.as(Role.CLINICIAN, "a");
        visit = clinician
                .postJson(
                        "/api/patients/" + own.patient().id() + "/visits",
                        Map.of("episode", own.episode().id().toString()))
                .json()
                .path("id")
                .asText();
    }

    @Test
    void a_first_visit_begins_with_the_baseline_and_a_re_test_repeats_it_as_it_was_set_up() {
        assertThat(plan().path("battery").asText()).isEqualTo("pht-baseline-2");
        assertThat(plan().path("ground").asText()).isEqualTo("BASELINE");
        String test = setUp("curl-prone-15");
        Browser.Answer marked =
                mark(test, Map.of("side", "LEFT", "numberSeen", 0, "strapHole", "4", "lever_mm", 355, "knee_deg", 15));
        assertThat(marked.status()).as(marked.text()).isEqualTo(200);
        nextVisit();

        JsonNode plan = plan();

        assertThat(plan.path("ground").asText()).isEqualTo("LAST_VISIT");
        assertThat(plan.path("suggested").get(0).asText()).isEqualTo("curl-prone-15");
        assertThat(plan.path("words").asText()).isEqualTo("As on 6 August 2026.");
        JsonNode recalled = position(plan, "curl-prone-15").path("recalled");
        assertThat(recalled.path("fixation").asText()).isEqualTo("belt");
        assertThat(recalled.path("firstSide").asText()).isEqualTo("LEFT");
        assertThat(recalled.path("sensor").asText()).isEqualTo("virtual-1");
        assertThat(recalled.at("/sides/0/lever_mm").asInt()).isEqualTo(355);
        assertThat(recalled.at("/sides/0/strapHole").asText()).isEqualTo("4");
        assertThat(recalled.at("/sides/0/test").asText()).isEqualTo(test);
        assertThat(recalled.at("/sides/0/onWords").asText()).isEqualTo("6 August 2026");
        assertThat(recalled.at("/sides/0/askLever").asBoolean()).isFalse();
        server.clock().forward(Duration.ofDays(359));
        nextVisit();
        assertThat(position(plan(), "curl-prone-15")
                        .at("/recalled/sides/0/askLever")
                        .asBoolean())
                .as("older than a year: asked again")
                .isTrue();
        assertThat(position(plan, "curl-prone-30").has("recalled")).isFalse();
    }

    @Test
    void pain_at_rest_suggests_nothing() {
        Browser.Answer answered = clinician.postJson(
                "/api/visits/" + visit + "/screening",
                Map.of(
                        "form",
                        "pht-screening",
                        "formVersion",
                        1,
                        "yes",
                        List.of("rest-pain"),
                        "agreed",
                        "YES",
                        "goesOn",
                        "YES",
                        "numberSeen",
                        1,
                        "reason",
                        "short test below the maximum"));
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(answered.json().at("/answered/irritable").asBoolean()).isTrue();

        assertThat(plan().path("ground").asText()).isEqualTo("IRRITABLE");
        assertThat(plan().path("suggested"))
                .extracting(JsonNode::asText)
                .containsExactly("curl-prone-15-easy", "bridge-iso-30-easy");
    }

    @Test
    void body_mass_is_asked_dated_and_bounded_and_says_which_range_a_sensor_needs() {
        String path = "/api/patients/" + own.patient().id() + "/body-mass";
        assertThat(plan().at("/bodyMass/ask").asBoolean()).isTrue();
        assertThat(plan().path("bodyMass").has("bodyMass_kg")).isFalse();
        assertThat(position(plan(), "curl-prone-15").path("needed_N").asDouble())
                .isEqualTo(800);
        for (double wrong : new double[] {-70, 0, 7, 700}) {
            Browser.Answer refused = clinician.postJson(
                    path, Map.of("bodyMass_kg", wrong, "bodyMassOn", "2026-08-06"), "If-Match", "\"1\"");
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.json().at("/error/field").asText()).isEqualTo("bodyMass_kg");
            assertThat(refused.json().at("/error/message").asText())
                    .contains("20")
                    .contains("300");
        }
        assertThat(clinician
                        .postJson(path, Map.of("bodyMass_kg", 70, "bodyMassOn", "2026-08-07"), "If-Match", "\"1\"")
                        .json()
                        .at("/error/field")
                        .asText())
                .as("tomorrow")
                .isEqualTo("bodyMassOn");

        Browser.Answer stored =
                clinician.postJson(path, Map.of("bodyMass_kg", 250, "bodyMassOn", "2026-08-06"), "If-Match", "\"1\"");
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        assertThat(plan().at("/bodyMass/ask").asBoolean()).isFalse();
        JsonNode heavy = position(plan(), "curl-prone-15");
        assertThat(heavy.path("needed_N").asDouble()).isEqualTo(2000);
        assertThat(heavy.at("/tooSmall/0/words").asText()).contains("2000 N").contains("takes");

        assertThat(clinician
                        .postJson(path, Map.of("bodyMass_kg", 251, "bodyMassOn", "2026-08-06"), "If-Match", "\"1\"")
                        .status())
                .as("an old page")
                .isEqualTo(412);
        server.clock().forward(Duration.ofDays(91));
        clinician = server.as(Role.CLINICIAN, "a");
        nextVisit();
        assertThat(plan().at("/bodyMass/ask").asBoolean()).isTrue();
    }

    @Test
    void a_set_up_that_cannot_be_is_refused_with_its_field_and_nothing_is_kept() {
        String test = setUp("curl-prone-15");
        Map<String, Object> wrong = Map.of(
                "lever_mm", 5, "padHeight_mm", 2001, "hip_deg", 200, "knee_deg", "15°", "strapHole", "x".repeat(61));
        wrong.forEach((field, value) -> {
            Browser.Answer refused = mark(test, Map.of("side", "LEFT", "numberSeen", 0, field, value));
            assertThat(refused.status()).as(field + " " + refused.text()).isEqualTo(400);
            assertThat(refused.json().at("/error/field").asText()).isEqualTo(field);
        });
        assertThat(mark(test, Map.of("side", "LEFT", "numberSeen", 0)).status())
                .as("nothing at all")
                .isEqualTo(400);
        assertThat(mark(
                                test,
                                Map.of(
                                        "side",
                                        "LEFT",
                                        "numberSeen",
                                        0,
                                        "lever_mm",
                                        300,
                                        "patient",
                                        other.patient().id().toString()))
                        .status())
                .isEqualTo(409);
        assertThat(position(plan(), "curl-prone-15").at("/recalled/sides")).isEmpty();
        assertThat(mark(test, Map.of("side", "LEFT", "numberSeen", 0, "lever_mm", 300))
                        .status())
                .isEqualTo(200);
        assertThat(mark(test, Map.of("side", "LEFT", "numberSeen", 0, "lever_mm", 310))
                        .status())
                .as("an old page")
                .isEqualTo(412);
    }

    @Test
    void nobody_is_tested_over_http_before_somebody_has_asked() {
        nextVisit();
        String test = setUp("curl-prone-15");
        Map<String, String> start = Map.of("side", "LEFT", "requestId", "one");

        Browser.Answer refused = clinician.postJson("/api/tests/" + test + "/recordings", start);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/error/message").asText())
                .isEqualTo(
                        "Nobody has asked the questions before the first maximal effort of this visit. Ask them first.");
        Screened.over(clinician, visit);
        assertThat(clinician
                        .get("/api/tests/" + test)
                        .json()
                        .at("/left/blocked")
                        .asText())
                .isEqualTo("NOT_CONNECTED");
        assertThat(clinician
                        .postJson("/api/visits/" + visit + "/screening", Screened.body(List.of(), true, 0))
                        .status())
                .as("the same answers sent twice")
                .isEqualTo(412);
    }
}
