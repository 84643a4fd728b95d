package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.LiveEar;

/** Who tests, apart from who is logged in: the PIN, the switch, and what is written down. */
@Tag("slow")
class TesterTest {

    private static final String PIN = "7391";

    private static ClinicServer server;
    private static int opened;

    private String name;
    private ClinicServer.Sample sample;
    private Browser clinician;
    private Browser assistant;
    private String href;

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
        name = "t" + ++opened;
        sample = server.addClinic(name);
        clinician = server.as(Role.CLINICIAN, name);
        assistant = server.as(Role.ASSISTANT, name);
        href = "/visits/" + sample.visit().id() + "/tester";
    }

    private Id<Account> account(Role role) {
        return Optional.ofNullable(sample.accounts().get(role)).orElseThrow().id();
    }

    private static Browser.Answer setPin(Browser by, String pin) {
        return by.postForm("/account/pin", Map.of("oldPassword", ClinicServer.PASSWORD, "pin", pin));
    }

    private Browser.Answer to(Role role, String pin) {
        return clinician.postJson(href, Map.of("account", account(role).toString(), "pin", pin));
    }

    private String now(Browser by) {
        return by.get(href).json().at("/tester/name").asText();
    }

    private List<String> audited() {
        return server
                .store()
                .read(stores -> stores.audit()
                        .about(sample.clinic().id(), "visit:" + sample.visit().id()))
                .stream()
                .map(AuditEvent::action)
                .toList();
    }

    @Test
    void a_pin_is_set_behind_the_password_changed_and_taken_away_and_trivial_ones_are_refused() {
        assertThat(assistant.page("/account").text()).contains("PIN at the plinth");
        assertThat(setPin(assistant, "1234").text()).contains("tried first");
        assertThat(setPin(assistant, "12345678").status()).isEqualTo(400);
        assertThat(assistant
                        .postForm("/account/pin", Map.of("oldPassword", "not my password", "pin", PIN))
                        .text())
                .contains("This is not your password");
        assertThat(choice()).isEmpty();
        assertThat(setPin(assistant, PIN).status()).isEqualTo(303);
        assertThat(choice()).containsExactly("Sample ASSISTANT");
        assertThat(setPin(assistant, "902714").status()).isEqualTo(303);
        assertThat(to(Role.ASSISTANT, PIN).status()).as("the old one").isEqualTo(400);
        assertThat(to(Role.ASSISTANT, "902714").status()).isEqualTo(200);
        assertThat(assistant
                        .postForm("/account/pin/remove", Map.of("oldPassword", ClinicServer.PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(choice()).isEmpty();
        assertThat(setPin(server.as(Role.OWNER, name), PIN).status()).isEqualTo(403);
        List<String> stored = server
                .store()
                .read(stores -> stores.audit().about(sample.clinic().id(), "account:" + account(Role.ASSISTANT)))
                .stream()
                .filter(event -> event.action().startsWith("tester.pin"))
                .map(event -> event.after().orElse(""))
                .toList();
        assertThat(stored).hasSize(3).allMatch(after -> after.isEmpty() || after.equals("{\"tester_pin\":true}"));
    }

    private List<String> choice() {
        return clinician.get(href).json().path("choice").findValuesAsText("name");
    }

    @Test
    void a_switch_names_the_tester_of_what_is_recorded_next_and_nothing_else() throws Exception {
        setPin(assistant, PIN);
        Id<PositionTest> test = setUp("virtual-1");
        record(test, "LEFT");
        assertThat(now(clinician)).isEqualTo("Sample CLINICIAN");
        assertThat(to(Role.ASSISTANT, PIN).json().at("/tester/name").asText()).isEqualTo("Sample ASSISTANT");
        record(test, "RIGHT");

        List<String> testers = server.store().read(stores -> {
            Map<?, Id<Account>> of = stores.testers().ofTest(sample.clinic().id(), test);
            return stores.recordings().ofTest(sample.clinic().id(), test).stream()
                    .map(recording -> recording.side() + " " + of.get(recording.id()))
                    .toList();
        });
        assertThat(testers)
                .containsExactlyInAnyOrder(
                        Side.LEFT + " " + account(Role.CLINICIAN), Side.RIGHT + " " + account(Role.ASSISTANT));
        assertThat(server
                        .store()
                        .read(stores -> stores.results().ofTest(sample.clinic().id(), test))
                        .stream()
                        .map(result ->
                                result.key().side() + " " + result.provenance().clinician()))
                .containsExactlyInAnyOrder(
                        Side.LEFT + " " + account(Role.CLINICIAN), Side.RIGHT + " " + account(Role.ASSISTANT));
        assertThat(clinician.page("/visits/" + sample.visit().id()).text())
                .contains("Tested by Sample ASSISTANT, Sample CLINICIAN.");
        assertThat(audited()).contains("tester.switch");
        assertThat(now(assistant)).as("her own login tests as herself").isEqualTo("Sample ASSISTANT");
        assertThat(clinician.page("/account").text())
                .as("it opens nothing of hers")
                .contains("clinician-" + name);
    }

    private Id<PositionTest> setUp(String sensor) {
        return Id.<PositionTest>parse(post(
                                "/api/visits/" + sample.visit().id() + "/tests",
                                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", sensor))
                        .path("id")
                        .asText())
                .orElseThrow();
    }

    private void record(Id<PositionTest> test, String side) throws Exception {
        try (LiveEar ear = LiveEar.on(clinician, sample.visit().id().toString())) {
            post("/api/tests/" + test + "/connect", Map.of());
            post("/api/tests/" + test + "/tare", Map.of("side", side));
            Map<String, Object> start = new LinkedHashMap<>(Map.of("side", side, "requestId", "start-" + side + test));
            String recording =
                    post("/api/tests/" + test + "/recordings", start).path("id").asText();
            ear.awaitForce("LEFT".equals(side) ? 0 : 1, 100);
            JsonNode effort = post("/api/recordings/" + recording + "/stop", Map.of())
                    .at("/" + side.toLowerCase(Locale.ROOT) + "/efforts/0");
            Browser.Answer kept = clinician.postJson(
                    "/api/trials/" + effort.path("id").asText() + "/decision",
                    Map.of("state", "ACCEPTED", "pain", 1),
                    "If-Match",
                    "\"" + effort.path("version").asInt() + "\"");
            assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        }
    }

    private JsonNode post(String path, Map<String, ?> body) {
        Browser.Answer answer = clinician.postJson(path, body);
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 201);
        return answer.json();
    }

    @Test
    void a_wrong_pin_changes_nothing_is_noted_and_is_slowed_down_for_this_login_and_that_account() {
        setPin(assistant, PIN);
        int status = 400;
        int tries = 0;
        while (status == 400 && tries < 40) {
            status = to(Role.ASSISTANT, "8402").status();
            tries++;
        }
        assertThat(tries).isBetween(6, 7);
        assertThat(status).isEqualTo(429);
        assertThat(to(Role.ASSISTANT, PIN).status())
                .as("even the right one waits")
                .isEqualTo(429);
        assertThat(now(clinician)).isEqualTo("Sample CLINICIAN");
        assertThat(server
                        .store()
                        .read(stores ->
                                stores.audit().about(sample.clinic().id(), "account:" + account(Role.ASSISTANT)))
                        .stream()
                        .map(AuditEvent::action))
                .contains("tester.switch.refused");
        server.clock().forward(Duration.ofMinutes(5));
        assertThat(to(Role.ASSISTANT, PIN).status()).isEqualTo(200);
    }

    @Test
    void who_has_no_pin_no_role_another_clinic_or_no_right_to_the_patient_is_refused() {
        server.addClinic(name + "x");
        Browser foreign = server.as(Role.CLINICIAN, name + "x");
        setPin(assistant, PIN);
        setPin(foreign, PIN);
        assertThat(to(Role.OWNER, PIN).status()).as("no PIN").isEqualTo(400);
        assertThat(foreign.postJson(
                                href, Map.of("account", account(Role.ASSISTANT).toString(), "pin", PIN))
                        .status())
                .as("another clinic's login")
                .isEqualTo(404);
        String other = server.store().read(stores -> stores.accounts()
                .findByLogin("clinician-" + name + "x")
                .orElseThrow()
                .account()
                .id()
                .toString());
        assertThat(clinician
                        .postJson(href, Map.of("account", other, "pin", PIN))
                        .status())
                .as("another clinic's person")
                .isEqualTo(404);

        assertThat(to(Role.ASSISTANT, PIN).status()).isEqualTo(200);
        restrict();
        assertThat(choice()).isEmpty();
        assertThat(to(Role.ASSISTANT, PIN).status()).as("restricted").isEqualTo(403);
        Id<PositionTest> test = setUp("virtual-2");
        post("/api/tests/" + test + "/connect", Map.of());
        post("/api/tests/" + test + "/tare", Map.of("side", "LEFT"));
        assertThat(clinician
                        .postJson("/api/tests/" + test + "/recordings", Map.of("side", "LEFT", "requestId", "r1"))
                        .status())
                .as("nothing is recorded as hers who lost the right")
                .isEqualTo(409);
        assertThat(to(Role.CLINICIAN, "").status()).isEqualTo(200);
        assertThat(clinician
                        .postJson("/api/tests/" + test + "/recordings", Map.of("side", "LEFT", "requestId", "r2"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_lock_brings_the_login_back_to_its_own_person_and_a_closed_visit_has_no_switch() {
        setPin(assistant, PIN);
        assertThat(to(Role.ASSISTANT, PIN).status()).isEqualTo(200);
        assertThat(now(clinician)).isEqualTo("Sample ASSISTANT");
        Browser elsewhere = server.as(Role.CLINICIAN, name);
        assertThat(now(elsewhere)).as("another login of the same person").isEqualTo("Sample CLINICIAN");
        assertThat(clinician.postJson("/lock", Map.of("back", "/")).status()).isLessThan(400);
        assertThat(clinician.get(href).status()).as("locked").isEqualTo(423);
        Browser.Answer open = clinician.postJson("/lock/open", Map.of("password", ClinicServer.PASSWORD));
        assertThat(open.status()).as(open.text()).isEqualTo(200);
        clinician.holding(
                clinician.cookie().orElseThrow(), open.json().path("csrf").asText());
        assertThat(now(clinician)).isEqualTo("Sample CLINICIAN");

        String visit = "/api/visits/" + sample.visit().id();
        int version = clinician.get(visit).json().path("version").asInt();
        clinician.postJson(visit + "/close", Map.of(), "If-Match", "\"" + version + "\"");
        assertThat(to(Role.ASSISTANT, PIN).status()).isEqualTo(409);
    }

    /** To the clinician alone. */
    private void restrict() {
        Browser.Answer restricted = clinician.postForm(
                "/patients/" + sample.patient().id() + "/access",
                Map.of(
                        "restricted",
                        "YES",
                        "reason",
                        "a colleague",
                        "version",
                        "0",
                        "member-" + account(Role.CLINICIAN),
                        "YES"));
        assertThat(restricted.status()).as(restricted.text()).isEqualTo(303);
    }
}
