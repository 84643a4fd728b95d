package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
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
    void without_a_token_nobody_else_reads_them() {
        try (WebServer server =
                parts(new Metrics(), Optional.empty(), true).behindProxy().start()) {
            assertThat(status(server, "Authorization", "Bearer ")).isEqualTo(404);
            assertThat(status(server, "Authorization", "Bearer " + TOKEN)).isEqualTo(404);
        }
    }
}
