package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.WebServer;

class RequestRatesTest {

    private static final Instant NOW = Instant.parse("2026-08-06T09:00:00Z");
    private static final RequestRates.Rate RATE = new RequestRates.Rate(3, 0.5);
    private static final Id<Clinic> CLINIC = Id.<Clinic>parse("0".repeat(32)).orElseThrow();

    private final RequestRates rates = new RequestRates();

    @Test
    void a_burst_passes_then_one_for_each_drop_that_comes_in() {
        for (int i = 0; i < 3; i++) {
            assertThat(rates.take("ada", RATE, NOW)).isEmpty();
        }
        assertThat(rates.take("ada", RATE, NOW)).contains(Duration.ofSeconds(2));
        assertThat(rates.take("bob", RATE, NOW)).isEmpty();
        assertThat(rates.take("ada", RATE, NOW.plusSeconds(2))).isEmpty();
        assertThat(rates.take("ada", RATE, NOW.plusSeconds(2))).isPresent();
    }

    @Test
    void a_clock_set_back_takes_nothing_away_and_a_long_pause_gives_no_more_than_a_burst() {
        assertThat(rates.take("ada", RATE, NOW)).isEmpty();
        assertThat(rates.take("ada", RATE, NOW.minusSeconds(3600))).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(rates.take("ada", RATE, NOW.plusSeconds(36_000))).isEmpty();
        }
        assertThat(rates.take("ada", RATE, NOW.plusSeconds(36_000))).isPresent();
    }

    @Test
    void memory_is_bounded_whoever_asks() {
        for (int i = 0; i < 30_000; i++) {
            rates.take("address " + i, RATE, NOW);
        }

        assertThat(rates.size()).isEqualTo(20_000);
    }

    @Test
    @Tag("slow")
    void over_http_too_many_requests_and_too_many_exports_get_429_with_retry_after() {
        Account account = new Account(
                Id.<Account>parse("1".repeat(32)).orElseThrow(),
                CLINIC,
                "ada",
                "Ada",
                Role.AUDITOR,
                Optional.empty(),
                false);
        Clinic clinic = new Clinic(CLINIC, "Sample", java.time.ZoneId.of("Europe/London"), ForceUnit.NEWTON, 90, true);
        try (WebServer server = WebServer.parts()
                .behindProxy()
                .logins((token, now) -> Optional.of(new Who(account, clinic, "csrf")))
                .modules(routes -> {
                    routes.get("/api/export/results.csv", request -> Reply.noContent());
                    routes.get("/formulas", request -> Reply.noContent());
                    routes.get("/about", request -> Reply.noContent());
                })
                .start()) {
            Map<Integer, Integer> exports = asked(server, "/api/export/results.csv", "203.0.113.9", 22);
            assertThat(exports).containsEntry(204, 20).containsEntry(429, 2);
            Map<Integer, Integer> pages = asked(server, "/formulas", "203.0.113.10", 400);
            assertThat(pages.get(204)).isEqualTo(380);
            assertThat(asked(server, "/about", "127.0.0.1", 30)).containsOnlyKeys(204);

            Browser.Answer tooMany = ask(server, "/formulas", "203.0.113.10");
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(tooMany.header("Retry-After")).isEqualTo("1");
        }
    }

    private static Map<Integer, Integer> asked(WebServer server, String path, String from, int times) {
        Map<Integer, Integer> statuses = new HashMap<>();
        for (int i = 0; i < times; i++) {
            statuses.merge(ask(server, path, from).status(), 1, Integer::sum);
        }
        return statuses;
    }

    private static Browser.Answer ask(WebServer server, String path, String from) {
        Browser browser = server.browser().holding("a-token", "csrf");
        // A proxy does TLS, so browsers hold the cookie under its name for it.
        return browser.send(browser.request(path)
                .setHeader("Cookie", "__Host-plinth=a-token")
                .header("X-Forwarded-For", from)
                .header("X-Forwarded-Proto", "https")
                .GET());
    }
}
