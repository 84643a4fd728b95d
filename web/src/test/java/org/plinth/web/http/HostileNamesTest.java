package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** Names that mean something to an interpreter: they come back as they were, and mean nothing on the way. */
@Tag("slow")
class HostileNamesTest {

    private static final List<String> NAMES = List.of(
            "'); DROP TABLE patient; --",
            "\" OR \"1\"=\"1",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "'><svg/onload=alert(1)>",
            "</title><h1>x</h1>",
            "${7*7} #{7*7} {{7*7}} @{x}",
            "&lt;already&amp;escaped&gt;",
            "javascript:alert(1)",
            "=HYPERLINK(\"http://example.invalid\";\"x\")",
            "+1",
            "-1",
            "@SUM(A1)",
            "\u202eevil\u202c",
            "\u0645\u0631\u064a\u0645 Zahra",
            "Zo\u00eb \u0141ukasiewicz-O'Neil",
            "\ud83d\ude00\ud83c\udffd",
            "e\u0301\u0323",
            "%0d%0aSet-Cookie: x=1",
            "../../etc/passwd",
            "{\"role\":\"OWNER\"}",
            "%s%n%x {} {0}",
            "\\u0000 \\r\\n",
            "null");

    private static ClinicServer server;
    private static Browser clinician;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser.Answer add(String given, String family) {
        return clinician.postJson(
                "/api/patients", Map.of("givenName", given, "familyName", family, "birthDate", "1985-03-02"));
    }

    @Test
    void every_name_comes_back_as_it_was_and_is_inert_on_every_page() {
        for (String name : NAMES) {
            Browser.Answer made = add(name, name);
            assertThat(made.status()).as(name).isEqualTo(201);
            assertThat(made.json().path("givenName").asText()).isEqualTo(name);
            String id = made.json().path("id").asText();

            Browser.Answer own = clinician.page("/patients/" + id);
            inert(own, name);
            inert(clinician.page("/patients?q=" + encoded(name)), name);
            Browser.Answer episode =
                    clinician.postJson("/api/patients/" + id + "/episodes", Map.of("problem", name, "injured", "LEFT"));
            assertThat(episode.status()).isEqualTo(201);
            String visit = clinician
                    .postJson(
                            "/api/patients/" + id + "/visits",
                            Map.of("episode", episode.json().path("id").asText()))
                    .json()
                    .path("id")
                    .asText();
            inert(clinician.page("/visits/" + visit), name);
            inert(clinician.page("/visits/" + visit + "/live"), name);
            inert(clinician.page("/worklist"), name);
            if (name.contains("<")) {
                Browser.Answer paper = clinician.get("/visits/" + visit + "/visit.pdf");
                assertThat(paper.status()).as(name).isEqualTo(200);
                SafeHeaders.check(paper, name);
            }
        }
        Optional<?> broken = server.store().read(stores -> stores.audit().verify());
        assertThat(broken).isEmpty();
    }

    /** No tag, handler or header of the name's own; the text itself is there, escaped. */
    private static void inert(Browser.Answer answer, String name) {
        assertThat(answer.status()).as(name).isEqualTo(200);
        String page = answer.text();
        assertThat(page)
                .as(name)
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("<svg/onload")
                .doesNotContain("<h1>x</h1>")
                .doesNotContain("&lt;already&amp;escaped&gt;")
                .doesNotContain("49 49")
                .doesNotContainPattern("<[a-z]+(\\s+[a-z-]+(=\"[^\"]*\")?)*\\s+on[a-z]+=")
                .doesNotContainPattern("href=\"javascript:");
        SafeHeaders.check(answer, name);
        answer.response().headers().map().forEach((header, values) -> assertThat(values)
                .as(header)
                .noneMatch(value -> name.length() > 6 && value.contains(name)));
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void what_breaks_lines_or_ends_texts_is_refused_and_named() {
        for (String name : List.of(
                "a\0b",
                "a\rb",
                "a\r\nSet-Cookie: x=1",
                "a\u001bb",
                "a\u0007",
                "\u007f",
                "",
                "   ",
                "x".repeat(5_000))) {
            Browser.Answer answer = add("Ada", name);
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.json().at("/error/field").asText()).isEqualTo("familyName");
        }
    }

    @Test
    void half_a_character_is_refused_or_kept_as_the_sign_for_it() {
        Browser.Answer answer = clinician.postText(
                "/api/patients",
                "application/json",
                "{\"givenName\":\"a\\ud800b\",\"familyName\":\"c\",\"birthDate\":\"1985-03-02\"}");
        assertThat(answer.status()).isIn(201, 400);
        assertThat(answer.text()).doesNotContain("\ud800");
    }

    /** Each line of the log is one JSON object, whatever was typed. */
    @Test
    void no_name_forges_a_line_of_the_log() throws IOException {
        for (String name : NAMES) {
            clinician.page("/patients?q=" + encoded(name + "\n{\"level\":\"INFO\",\"message\":\"forged\"}"));
            clinician.get("/nothing/" + encoded(name));
            server.browser().postJson("/login", Map.of("login", name + "\nforged", "password", name));
        }
        try (Stream<Path> logs = Files.walk(server.data().resolve("logs"))) {
            for (Path log :
                    logs.filter(path -> path.toString().endsWith(".log")).toList()) {
                for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
                    assertThat(line).startsWith("{\"at\":\"").endsWith("}").doesNotContain("forged");
                    assertThat(Json.read(line).isObject()).isTrue();
                    NAMES.stream().filter(name -> name.length() > 10).forEach(name -> assertThat(line)
                            .doesNotContain(name));
                }
            }
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
