package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.RawHttp;
import org.plinth.web.testkit.WebServer;

/** Bytes on the wire that a client like ours never sends: too much, too slow, or to be read two ways. */
@Tag("slow")
class WireTest {

    private static final String ID = "0".repeat(32);
    private static final Clinic CLINIC =
            new Clinic(Id.<Clinic>parse(ID).orElseThrow(), "Sample", ZoneOffset.UTC, ForceUnit.NEWTON, 90, true);
    private static final int WORKERS = 2;
    private static final int MOST_LOOKS = 2_000;
    private static final int EXPORT_BYTES = 30_000_000;
    private static final AtomicInteger CALLS = new AtomicInteger();

    private static WebServer server;

    @BeforeAll
    static void start() {
        Duration bodies = Duration.ofMillis(1_500);
        server = WebServer.parts()
                .limits(new Limits(1000, 5000, bodies, bodies, WORKERS, Duration.ofSeconds(10), Duration.ofSeconds(1)))
                .logins((token, now) -> Optional.of(new Who(clinician(), CLINIC, "token")))
                .modules(new HealthRoutes(), WireTest::mount)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Account clinician() {
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
        routes.post("/api/patients", request -> {
            CALLS.incrementAndGet();
            return Reply.json(Json.object().put("name", request.fields("name").text("name", 10)));
        });
        routes.get(
                "/api/export/results.csv",
                request -> Reply.download("text/csv; charset=utf-8", "a.csv", out -> {
                    byte[] block = new byte[10_000];
                    for (int i = 0; i < EXPORT_BYTES / block.length; i++) {
                        // No two alike: a packed reply would fit into any buffer.
                        new java.util.SplittableRandom(i).nextBytes(block);
                        out.write(block);
                    }
                }));
    }

    private static RawHttp open() throws IOException {
        return RawHttp.to(server.port());
    }

    private static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nCookie: plinth=any\r\nX-Plinth-Csrf: token\r\n" + String.join("\r\n", headers)
                + (headers.length > 0 ? "\r\n\r\n" : "\r\n");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_a_byte_of_it() throws IOException {
        try (RawHttp raw = open()) {
            raw.send(head("POST", "/api/patients", "Content-Type: application/json", "Content-Length: 99999999999"));
            assertThat(raw.untilClosed()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_body_that_does_not_say_how_large_it_is_is_cut_off_at_the_limit() throws IOException {
        int before = CALLS.get();
        try (RawHttp raw = open()) {
            raw.send(head("POST", "/api/patients", "Content-Type: application/json", "Transfer-Encoding: chunked"));
            raw.send("400\r\n" + "x".repeat(0x400) + "\r\n");
            assertThat(raw.untilClosed()).startsWith("HTTP/1.1 413");
        }
        assertThat(CALLS.get()).isEqualTo(before);
    }

    @Test
    void a_body_that_trickles_is_408() throws IOException {
        try (RawHttp raw = open()) {
            raw.send(head("POST", "/api/patients", "Content-Type: application/json", "Content-Length: 400") + "{");
            assertThat(raw.untilClosed()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void a_head_that_never_ends_is_closed_however_it_trickles() throws IOException {
        try (RawHttp silent = open();
                RawHttp trickling = open()) {
            trickling.send("GET /health HTTP/1.1\r\nX-A: ");
            // Each byte would begin the idle time anew; the time for the head goes on.
            List<Integer> sent = new ArrayList<>();
            boolean open = true;
            while (open) {
                try {
                    trickling.send("b");
                    sent.add(1);
                    open = sent.size() < 5_000_000;
                } catch (IOException closed) {
                    open = false;
                }
            }
            assertThat(sent.size()).isLessThan(5_000_000);
            assertThat(silent.untilClosed()).isEmpty();
        }
    }

    @Test
    void a_connection_that_is_kept_open_has_the_same_time_for_its_next_head() throws IOException {
        try (RawHttp raw = open()) {
            raw.send(head("GET", "/health"));
            assertThat(raw.head()).startsWith("HTTP/1.1 200");
            assertThat(raw.untilClosed()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void slow_readers_of_a_large_export_keep_nobody_else_waiting() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4 * WORKERS; i++) {
                RawHttp raw = open();
                slow.add(raw);
                raw.send(head("GET", "/api/export/results.csv"));
                assertThat(raw.head()).startsWith("HTTP/1.1 200");
            }
            Browser browser = server.browser().holding("any", "token");

            assertThat(browser.postJson("/api/patients", java.util.Map.of("name", "Ada"))
                            .status())
                    .isEqualTo(200);
            assertThat(browser.get("/api/export/results.csv").bytes()).hasSize(EXPORT_BYTES);
            assertThat(slow.get(0).bytes(1_000_000)).hasSize(1_000_000);
        } finally {
            for (RawHttp raw : slow) {
                raw.close();
            }
        }
        assertThat(isEmptySoon(server.uploads()))
                .as("what was on its way is gone")
                .isTrue();
    }

    private static boolean isEmptySoon(Path folder) throws IOException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            try (Stream<Path> left = Files.list(folder)) {
                if (left.findAny().isEmpty()) {
                    return true;
                }
            }
            server.browser().get("/health");
        }
        return false;
    }

    @Test
    void two_ways_to_say_how_long_a_body_is_never_make_two_requests() throws IOException {
        String smuggled = "POST /api/patients HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n";
        for (String[] lengths : new String[][] {
            {"Content-Length: 5", "Content-Length: 6"},
            {"Content-Length: 5, 6"},
            {"Content-Length: +5"},
            {"Content-Length: 5x"},
            {"Content-Length: -5"},
            {"Transfer-Encoding: xchunked"},
            {"Transfer-Encoding: chunked, identity"},
            {"Transfer-Encoding : chunked"},
            {"Transfer-Encoding: identity", "Content-Length: 5"}
        }) {
            try (RawHttp raw = open()) {
                raw.send(head("POST", "/api/patients", lengths) + "0\r\n\r\n" + smuggled);
                String all = raw.untilClosed();
                assertThat(count(all, "HTTP/1.1 "))
                        .as(String.join(" | ", lengths))
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    /**
     * The two together mean the chunks (RFC 9112, 6.3), and what follows is a request of its own: without a cookie it is
     * nobody's. A proxy in front must do the same; docs/threat-model.md says so.
     */
    @Test
    void chunks_outweigh_a_length_and_what_follows_borrows_no_login() throws IOException {
        int before = CALLS.get();
        try (RawHttp raw = open()) {
            raw.send(head("POST", "/api/patients", "Transfer-Encoding: chunked", "Content-Length: 4")
                    + "0\r\n\r\nPOST /api/patients HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                    + "\r\nContent-Length: 0\r\n\r\n");
            String all = raw.untilClosed();

            assertThat(all).startsWith("HTTP/1.1 400");
            assertThat(all.substring(8)).contains("HTTP/1.1 401").doesNotContain("HTTP/1.1 200");
        }
        assertThat(CALLS.get()).isLessThanOrEqualTo(before + 1);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @Test
    void a_head_that_can_be_read_two_ways_is_400() throws IOException {
        String host = "Host: 127.0.0.1:" + server.port() + "\r\n";
        for (String request : List.of(
                "GET /health HTTP/1.1\r\n" + host + "Host: evil.example\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + host + " folded: x\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + host + "na me: x\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + host + "name\0: x\r\n\r\n",
                "GET /health HTTP/9.9\r\n" + host + "\r\n")) {
            try (RawHttp raw = open()) {
                String answer = raw.send(request).untilClosed();
                assertThat(answer).as(request.replace("\r\n", "|")).doesNotStartWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void another_host_is_not_believed_wherever_it_stands() throws IOException {
        String port = ":" + server.port();
        for (String request : List.of(
                "GET /health HTTP/1.1\r\nHost: evil.example" + port + "\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: 127.0.0.1@evil.example\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost, evil.example\r\n\r\n")) {
            try (RawHttp raw = open()) {
                assertThat(raw.send(request).head()).as(request).containsPattern("^HTTP/1.1 4(00|21)");
            }
        }
        try (RawHttp raw = open()) {
            String answer = raw.send("GET /nothing HTTP/1.1\r\nHost: 127.0.0.1" + port
                            + "\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n\r\n")
                    .untilClosed();
            assertThat(answer).doesNotContain("evil.example");
        }
    }

    @Test
    void trace_and_connect_give_nothing_back() throws IOException {
        for (String method : List.of("TRACE", "CONNECT", "TRACK", "OPTIONS")) {
            try (RawHttp raw = open()) {
                String answer =
                        raw.send(head(method, "/health", "X-Secret: canary")).untilClosed();
                assertThat(answer)
                        .as(method)
                        .containsPattern("^HTTP/1.1 4\\d\\d")
                        .doesNotContain("canary");
            }
        }
    }
}
