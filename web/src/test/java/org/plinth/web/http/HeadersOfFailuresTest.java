package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
import org.plinth.web.testkit.RawHttp;
import org.plinth.web.testkit.WebServer;
import org.plinth.web.text.Texts;

/** Every status that refuses, as a page and as JSON, over plain HTTP and where browsers see TLS. */
class HeadersOfFailuresTest {

    private static final String ID = "0".repeat(32);
    static final Clinic CLINIC =
            new Clinic(Id.<Clinic>parse(ID).orElseThrow(), "Sample", ZoneOffset.UTC, ForceUnit.NEWTON, 90, true);

    private static WebServer plain;
    private static WebServer behindProxy;

    @BeforeAll
    static void start() {
        plain = parts().start();
        behindProxy = parts().behindProxy().start();
    }

    @AfterAll
    static void stop() {
        plain.close();
        behindProxy.close();
    }

    private static WebServer.Parts parts() {
        return WebServer.parts()
                .limits(new Limits(
                        1000,
                        5000,
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        4,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2)))
                .logins((token, now) -> Optional.of(new Who(account(), CLINIC, "token")))
                .translations(new StoreFailures(Texts.bundled(), record -> Optional.empty()))
                .modules(new HealthRoutes(), HeadersOfFailuresTest::mount)
                .sockets(new NoSocket());
    }

    static Account account() {
        return new Account(
                Id.<Account>parse(ID).orElseThrow(),
                CLINIC.id(),
                "clinician",
                "Sample Clinician",
                Role.CLINICIAN,
                Optional.empty(),
                false);
    }

    private static void mount(Routes routes) {
        Map<String, Integer> refusals = new LinkedHashMap<>();
        refusals.put("/worklist", 409);
        refusals.put("/patients", 412);
        refusals.put("/patients/new", 429);
        refusals.put("/analyse", 503);
        refusals.forEach((path, status) -> routes.get(path, request -> {
            throw switch (status) {
                case 409 -> StoreFailure.wrongState("thing", "anything");
                case 412 -> StoreFailure.oldVersion("thing", "anything");
                case 429 -> HttpFailure.tooMany(Duration.ofSeconds(7));
                default -> StoreFailure.unavailable("database", new java.io.IOException("no"));
            };
        }));
        routes.get("/people", request -> Reply.html("<p>people</p>"));
        routes.get("/formulas", request -> {
            throw new IllegalStateException("secret of the inside");
        });
        routes.post(
                "/patients/new",
                request -> Reply.text(
                        "text/plain; charset=utf-8", request.fields("name").text("name", 10)));
    }

    /** Status by status: what brings it about. */
    private static Map<Integer, Browser.Answer> refusals(Browser clinician, Browser nobody) {
        Map<Integer, Browser.Answer> told = new LinkedHashMap<>();
        put(told, clinician.postJson("/patients/new", Map.of("other", "x")));
        put(told, nobody.get("/worklist"));
        put(told, clinician.get("/people"));
        put(told, clinician.page("/nothing"));
        put(told, clinician.send(clinician.request("/worklist").DELETE()));
        put(told, clinician.page("/worklist"));
        put(told, clinician.page("/patients"));
        put(told, clinician.postJson("/patients/new", Map.of("name", "x".repeat(2000))));
        put(told, clinician.postText("/patients/new", "text/plain", "name=x"));
        put(told, clinician.get("/bridge"));
        put(told, clinician.page("/patients/new"));
        put(told, clinician.page("/formulas"));
        put(told, clinician.page("/analyse"));
        return told;
    }

    private static void put(Map<Integer, Browser.Answer> told, Browser.Answer answer) {
        told.put(answer.status(), answer);
    }

    @Test
    void every_refusal_has_the_headers() {
        Map<Integer, Browser.Answer> told = refusals(plain.browser().holding("any", "token"), plain.browser());

        assertThat(new TreeSet<>(told.keySet()))
                .containsExactly(400, 401, 403, 404, 405, 409, 412, 413, 415, 426, 429, 500, 503);
        told.forEach((status, answer) -> {
            SafeHeaders.check(answer, "status " + status);
            SafeHeaders.neverKept(answer, "status " + status);
            assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
        });
        assertThat(told.get(429).header("Retry-After")).isEqualTo("7");
    }

    @Test
    void where_browsers_see_tls_every_refusal_asks_for_it_for_years() {
        Browser secure = behindProxy.browser();
        HttpRequest.Builder withCookie = HttpRequest.newBuilder(URI.create(behindProxy.root() + "/worklist"))
                .header("Cookie", "__Host-plinth=any")
                .header("Accept", "text/html");

        SafeHeaders.checkSecure(secure.get("/health"), "health");
        SafeHeaders.checkSecure(secure.get("/nothing"), "not found");
        SafeHeaders.checkSecure(secure.get("/worklist"), "nobody");
        Browser.Answer conflict = secure.send(withCookie);
        assertThat(conflict.status()).isEqualTo(409);
        SafeHeaders.checkSecure(conflict, "conflict");
    }

    @Test
    void under_tls_a_cookie_without_the_host_prefix_is_none() {
        assertThat(behindProxy
                        .browser()
                        .holding("any", "token")
                        .get("/worklist")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_ends_a_connection_has_the_headers_too() throws Exception {
        String late = "POST /patients/new HTTP/1.1\r\nHost: 127.0.0.1:" + plain.port()
                + "\r\nCookie: plinth=any\r\nX-Plinth-Csrf: token\r\nContent-Type: application/json\r\n"
                + "Content-Length: 50\r\n\r\n{\"na";
        for (String[] broken : new String[][] {
            {late, "408"},
            {"BLA\r\n\r\n", "400"},
            {"GET /" + "x".repeat(9000) + " HTTP/1.1\r\n\r\n", "414"},
            {"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", "431"},
            {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"},
            {"GET / HTTP/1.1\r\n\r\n", "400"},
            {"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n", "400"}
        }) {
            try (RawHttp raw = RawHttp.to(plain.port())) {
                String answer = raw.send(broken[0]).untilClosed();
                assertThat(answer).as(broken[1]).containsPattern("^HTTP/1\\.[01] " + broken[1]);
                String policy = RawHttp.header(answer, "Content-Security-Policy");
                SafeHeaders.policy(policy, broken[1]);
                assertThat(RawHttp.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(RawHttp.header(answer, "Cache-Control")).isEqualTo("no-store");
                assertThat(RawHttp.header(answer, "Server")).isEmpty();
            }
        }
    }

    /** A socket that nobody gets. */
    private static final class NoSocket implements SocketModule {
        @Override
        public String path() {
            return "/bridge";
        }

        @Override
        public String protocol() {
            return "plinth.bridge.1";
        }

        @Override
        public Session admit(Request request) {
            throw HttpFailure.notFound();
        }
    }
}
