package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.metrics.Metrics;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.WebServer;

/** Counters for this machine, and for others with the token alone. */
class MetricsRoutesTest {

    private static final String TOKEN = "0123456789abcdef01234567";

    private static WebServer.Parts parts(Metrics metrics, Optional<String> token, boolean behindProxy) {
        return WebServer.parts()
                .counting(metrics)
                .modules(new HealthRoutes(), new MetricsRoutes(metrics, token, behindProxy));
    }

    private static int status(WebServer server, String... headers) {
        Browser browser = server.browser();
        var request = browser.request("/metrics").header("Accept", "text/plain").GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return browser.send(request).status();
    }

    @Test
    void this_machine_reads_them_and_finds_routes_but_no_paths() {
        try (WebServer server = parts(new Metrics(), Optional.empty(), false).start()) {
            server.browser().get("/health?name=Canary");
            server.browser().get("/patients/0123456789abcdef0123456789abcdef");
            server.browser()
                    .send(server.browser()
                            .request("/nowhere/Canary")
                            .method("CANARY", java.net.http.HttpRequest.BodyPublishers.noBody()));

            Browser.Answer answer = server.browser().get("/metrics");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.text())
                    .contains("plinth_http_requests_total{method=\"GET\",route=\"/health\",status=\"200\"} 1\n")
                    .contains("route=\"(none)\",status=\"404\"")
                    .doesNotContainIgnoringCase("canary")
                    .doesNotContain("0123456789abcdef");
        }
    }

    @Test
    void behind_a_proxy_everybody_is_this_machine_so_all_need_the_token() {
        try (WebServer server =
                parts(new Metrics(), Optional.of(TOKEN), true).behindProxy().start()) {
            assertThat(status(server)).isEqualTo(404);
            assertThat(status(server, "X-Forwarded-For", "127.0.0.1")).isEqualTo(404);
            assertThat(status(server, "Authorization", "Bearer " + TOKEN + "x")).isEqualTo(404);
            assertThat(status(server, "Authorization", TOKEN)).isEqualTo(404);
            assertThat(status(server, "Authorization", "Bearer " + TOKEN)).isEqualTo(200);
        }
    }

    @Test
    void live_sockets_are_counted_while_they_live() {
        Clinic clinic = new Clinic(
                Id.<Clinic>parse("0".repeat(31) + "1").orElseThrow(),
                "Sample",
                ZoneOffset.UTC,
                ForceUnit.NEWTON,
                90,
                true);
        Account account = new Account(
                Id.<Account>parse("0".repeat(32)).orElseThrow(),
                clinic.id(),
                "clinician",
                "Clinician",
                Role.CLINICIAN,
                Optional.empty(),
                false);
        try (WebServer server = parts(new Metrics(), Optional.empty(), false)
                .logins((token, now) -> Optional.of(new Who(account, clinic, "csrf")))
                .sockets(new Silent())
                .start()) {
            Browser browser = server.browser().holding("any", "csrf");
            WebSocket socket = browser.socket(
                            "plinth.silent", "/bridge", Optional.of(browser.origin()), new WebSocket.Listener() {})
                    .join();
            awaitSockets(browser, 1);
            socket.abort();
            awaitSockets(browser, 0);
        }
    }

    /** Asks until it is so; the test's own time limit ends what never is. */
    private static void awaitSockets(Browser browser, int count) {
        String line = "plinth_live_sockets " + count + "\n";
        String seen = browser.get("/metrics").text();
        for (int asked = 0; asked < 2000 && !seen.contains(line); asked++) {
            seen = browser.get("/metrics").text();
        }
        assertThat(seen).contains(line);
    }

    private static final class Silent implements SocketModule {

        @Override
        public String path() {
            return "/bridge";
        }

        @Override
        public String protocol() {
            return "plinth.silent";
        }

        @Override
        public Session admit(Request request) {
            // As every session does: one that hears nothing is not read from, and its end not seen.
            return socket -> socket.textMessageHandler(text -> {});
        }
    }

    @Test
    void without_a_token_nobody_else_reads_them() {
        try (WebServer server =
                parts(new Metrics(), Optional.empty(), true).behindProxy().start()) {
            assertThat(status(server, "Authorization", "Bearer ")).isEqualTo(404);
            assertThat(status(server, "Authorization", "Bearer " + TOKEN)).isEqualTo(404);
        }
    }
}
