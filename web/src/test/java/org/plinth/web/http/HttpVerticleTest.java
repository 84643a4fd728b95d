package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.WebServer;
import org.plinth.web.text.Texts;

class HttpVerticleTest {

    private static final Clinic CLINIC = new Clinic(
            Id.<Clinic>parse("0".repeat(31) + "1").orElseThrow(), "Sample", ZoneOffset.UTC, ForceUnit.NEWTON, 90, true);
    private static final String ANY_ID = "0".repeat(32);

    private static WebServer server;

    @BeforeAll
    static void start() {
        server = WebServer.parts()
                .limits(new Limits(1000, 5000, Duration.ofMillis(300), Duration.ofMillis(300), 4))
                .logins((token, now) -> Optional.of(new Who(account(token), CLINIC, "token-of-" + token)))
                .translations(new StoreFailures(
                        Texts.bundled(), record -> Optional.of(Json.object().put("version", 7))))
                .modules(new HealthRoutes(), HttpVerticleTest::mount)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Account account(String role) {
        return new Account(
                Id.<Account>parse(ANY_ID).orElseThrow(),
                CLINIC.id(),
                role,
                role,
                Role.valueOf(role),
                role.equals("PATIENT") ? Id.parse(ANY_ID) : Optional.empty(),
                false);
    }

    /** Stand-ins behind real routes of the table, one for each kind of answer. */
    private static void mount(Routes routes) {
        routes.get(
                "/worklist",
                request ->
                        Reply.html("<p>" + request.query().optionalText("q", 20).orElse("none") + "</p>"));
        routes.get("/patients/:id/charts/:position/:kind", request -> Reply.svg("<svg/>"));
        routes.get("/api/visits/:id", request -> {
            throw StoreFailure.notFound(request.<Object>id("id").toString());
        });
        routes.get("/api/tests/:id", request -> {
            throw new IllegalStateException("secret of the inside");
        });
        routes.post(
                "/api/patients",
                request -> Reply.json(Json.object()
                        .put("name", request.fields("name", "n").text("name", 10))
                        .put(
                                "version",
                                request.header("If-Match")
                                        .map(ignored -> request.versionSeen())
                                        .orElse(-1))));
        routes.post("/api/visits/:id/close", request -> {
            throw StoreFailure.oldVersion("visit", "anything");
        });
        routes.post("/api/recordings/:id/stop", request -> {
            throw StoreFailure.wrongState("recording", "anything");
        });
        routes.post("/api/trials/:id/decision", request -> {
            throw StoreFailure.unavailable("database", new IOException("no"));
        });
        routes.post(
                "/api/analyse",
                request -> Reply.json(Json.object()
                        .put("files", request.uploads().size())
                        .put("bytes", request.uploads().get(0).bytes())
                        .put("unit", request.fields("unit").text("unit", 5))));
        routes.get(
                "/api/export/results.csv",
                request -> Reply.download("text/csv; charset=utf-8", "a b.csv", out -> {
                    byte[] line = "0123456789\n".getBytes(StandardCharsets.US_ASCII);
                    for (int i = 0; i < 100_000; i++) {
                        out.write(line);
                    }
                }));
        routes.get(
                "/exports",
                request -> Reply.download("text/csv", "b.csv", out -> {
                    throw new IOException("broken before the first byte");
                }));
    }

    private static Browser clinician() {
        return server.browser().holding("CLINICIAN", "token-of-CLINICIAN");
    }

    @Test
    void health_is_up_for_anybody() {
        Browser.Answer answer = server.browser().get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void every_answer_has_the_security_headers() {
        for (Browser.Answer answer : List.of(
                server.browser().get("/health"),
                server.browser().get("/nothing/here"),
                server.browser().get("/worklist"),
                clinician().get("/api/tests/" + ANY_ID))) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{16}");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void what_needs_a_login_leads_people_to_it_and_tells_programs() {
        Browser.Answer page = server.browser().page("/worklist");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/login");

        Browser.Answer program = server.browser().get("/worklist");
        assertThat(program.status()).isEqualTo(401);
        assertThat(program.json().at("/error/code").asText()).isEqualTo("NOT_LOGGED_IN");
    }

    @Test
    void the_wrong_role_is_403_as_page_and_as_json() {
        Browser auditor = server.browser().holding("AUDITOR", "token-of-AUDITOR");

        Browser.Answer page = auditor.page("/worklist");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.isPage()).isTrue();
        assertThat(auditor.get("/worklist").json().at("/error/status").asInt()).isEqualTo(403);
    }

    @Test
    void a_patient_sees_her_own_charts_and_no_others() {
        Browser patient = server.browser().holding("PATIENT", "token-of-PATIENT");

        assertThat(patient.get("/patients/" + ANY_ID + "/charts/curl-prone-15/strength.svg")
                        .status())
                .isEqualTo(200);
        for (String other : List.of("1".repeat(32), "x", ANY_ID + "0")) {
            assertThat(patient.get("/patients/" + other + "/charts/curl-prone-15/strength.svg")
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(clinician()
                        .get("/patients/" + "1".repeat(32) + "/charts/curl-prone-15/strength.svg")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_there_is_404_as_page_and_as_json() {
        Browser.Answer page = clinician().page("/nothing");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.isPage()).isTrue();
        assertThat(clinician().get("/nothing").json().at("/error/status").asInt())
                .isEqualTo(404);
        assertThat(clinician().get("/api/visits/not-an-id").status()).isEqualTo(404);
        assertThat(clinician()
                        .get("/api/visits/" + ANY_ID)
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void another_method_is_405() {
        assertThat(clinician().get("/api/patients").status()).isEqualTo(405);
    }

    @Test
    void a_failure_of_ours_is_500_and_says_nothing_of_the_inside() {
        Browser.Answer answer = clinician().get("/api/tests/" + ANY_ID);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("secret").doesNotContain("IllegalState");
        assertThat(answer.json().at("/error/requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void the_stores_refusals_have_their_status_and_the_current_state() {
        Browser.Answer old = clinician().postJson("/api/visits/" + ANY_ID + "/close", Map.of());
        assertThat(old.status()).isEqualTo(412);
        assertThat(old.json().at("/current/version").asInt()).isEqualTo(7);
        assertThat(old.header("ETag")).isEqualTo("\"7\"");
        assertThat(clinician()
                        .postJson("/api/recordings/" + ANY_ID + "/stop", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(clinician()
                        .postJson("/api/trials/" + ANY_ID + "/decision", Map.of())
                        .status())
                .isEqualTo(503);
    }

    @Test
    void a_change_without_the_token_is_403() {
        Browser.Answer none = clinician().withoutToken().postJson("/api/patients", Map.of("name", "Ada"));
        assertThat(none.status()).isEqualTo(403);
        assertThat(none.json().at("/error/code").asText()).isEqualTo("NO_CSRF_TOKEN");

        Browser other = server.browser().holding("CLINICIAN", "token-of-AUDITOR");
        assertThat(other.postJson("/api/patients", Map.of("name", "Ada")).status())
                .isEqualTo(403);

        Map<String, String> form = Map.of("name", "Ada", "csrf", "token-of-CLINICIAN");
        assertThat(clinician().withoutToken().postForm("/api/patients", form).status())
                .isEqualTo(200);
    }

    @Test
    void a_change_from_a_foreign_page_is_403() {
        Map<String, String> body = Map.of("name", "Ada");
        assertThat(clinician()
                        .postJson("/api/patients", body, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(clinician().postJson("/api/patients", body, "Origin", "null").status())
                .isEqualTo(403);
        assertThat(clinician()
                        .postJson("/api/patients", body, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(clinician()
                        .postJson("/api/patients", body, "Origin", clinician().origin())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_field_that_cannot_be_used_is_400_and_named() {
        assertThat(clinician()
                        .postJson("/api/patients", Map.of("name", "Ada", "role", "x"))
                        .json()
                        .at("/error/field")
                        .asText())
                .isEqualTo("role");
        assertThat(clinician()
                        .postJson("/api/patients", Map.of("name", 5))
                        .json()
                        .at("/error/field")
                        .asText())
                .isEqualTo("name");
        Browser.Answer missing = clinician().postJson("/api/patients", Map.of());
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().at("/error/field").asText()).isEqualTo("name");
        assertThat(clinician()
                        .postJson("/api/patients", Map.of("name", "Ada"), "If-Match", "x")
                        .json()
                        .at("/error/field")
                        .asText())
                .isEqualTo("If-Match");
        assertThat(clinician()
                        .postJson("/api/patients", Map.of("name", "Ada"), "If-Match", "\"3\"")
                        .json()
                        .at("/version")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void json_that_is_none_is_400() {
        for (String body :
                List.of("{", "", "[]", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} x", "nul", "\u0000")) {
            Browser.Answer answer = clinician().postText("/api/patients", "application/json", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
        }
        assertThat(clinician()
                        .postText("/api/patients", "text/plain", "name=Ada")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_body_that_is_too_large_is_413() {
        assertThat(clinician()
                        .postJson("/api/patients", Map.of("name", "x".repeat(2000)))
                        .status())
                .isEqualTo(413);
        assertThat(clinician()
                        .postFile("/api/analyse", "left", "a.csv", new byte[6000], Map.of())
                        .status())
                .isEqualTo(413);
        Browser.Answer good =
                clinician().postFile("/api/analyse", "left", "a.csv", new byte[3000], Map.of("unit", "N"));
        assertThat(good.text()).isEqualTo("{\"files\":1,\"bytes\":3000,\"unit\":\"N\"}");
    }

    @Test
    void a_body_that_does_not_come_is_408() throws IOException {
        String head = "POST /api/patients HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nCookie: plinth=CLINICIAN\r\nX-Plinth-Csrf: token-of-CLINICIAN\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"na";

        assertThat(raw(head)).startsWith("HTTP/1.1 408");
    }

    @Test
    void a_large_reply_is_streamed_whole() {
        Browser.Answer answer = clinician().get("/api/export/results.csv");

        assertThat(answer.bytes()).hasSize(1_100_000);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"a_b.csv\"");
    }

    @Test
    void a_stream_that_fails_before_its_first_byte_is_500() {
        assertThat(clinician().get("/exports").status()).isEqualTo(500);
    }

    @Test
    void head_has_the_headers_and_no_body() {
        Browser.Answer answer =
                clinician().send(clinician().request("/worklist").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void a_foreign_name_for_this_machine_is_refused() throws IOException {
        assertThat(raw("GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void what_is_no_http_is_400() throws IOException {
        assertThat(raw("BLA\r\n\r\n")).contains("400 Bad Request", "Content-Security-Policy");
        assertThat(raw("GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
                .contains("414");
    }

    @Test
    void a_route_outside_the_table_stops_the_start() {
        assertThatThrownBy(() -> WebServer.parts()
                        .modules(routes -> routes.get("/secret", request -> Reply.noContent()))
                        .start())
                .hasMessageContaining("GET /secret is not in the access table");
    }

    /** Sends bytes and reads until the server closes or has answered. */
    private static String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] bytes = new byte[4096];
            int n = in.read(bytes);
            return new String(bytes, 0, Math.max(0, n), StandardCharsets.UTF_8);
        }
    }
}
