package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** Requests that no page of ours makes, against the whole server: each is refused by name, and changes nothing. */
@Tag("slow")
class BadRequestsTest {

    private static final Map<String, String> ADA =
            Map.of("givenName", "Sample Ada", "familyName", "Madeup", "birthDate", "1985-03-02");

    private static ClinicServer server;
    private static ClinicServer.Sample own;
    private static ClinicServer.Sample other;
    private static Browser clinician;

    @BeforeAll
    static void start() {
        server = ClinicServer.empty();
        own = server.addClinic("a");
        other = server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long patients() {
        return server.store()
                .read(stores -> stores.patients().search(own.clinic().id(), "", 1_000))
                .size();
    }

    private static Browser.Answer json(String body) {
        return clinician.postText("/api/patients", "application/json", body);
    }

    @Test
    void json_that_means_two_things_or_none_is_refused() {
        long before = patients();
        String deep = "{\"givenName\":".repeat(5_000) + "1" + "}".repeat(5_000);
        List<String> bodies = List.of(
                "{\"givenName\":\"a\",\"givenName\":\"b\"}",
                "{\"givenName\":{\"givenName\":\"a\"}}",
                deep,
                "[".repeat(20_000),
                "{\"givenName\":\"a\"}{}",
                "// comment\n{}",
                "{\"bodyMass_kg\":NaN}",
                "{\"bodyMass_kg\":1e999}",
                "{\"bodyMass_kg\":" + "9".repeat(5_000) + "}",
                "{\"givenName\":\"\ud800\"}",
                "null",
                "{\"__proto__\":{\"role\":\"OWNER\"}}");
        for (String body : bodies) {
            Browser.Answer answer = json(body);
            assertThat(answer.status())
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isEqualTo(400);
            assertThat(answer.json().at("/error/code").asText()).startsWith("BAD_");
        }
        assertThat(patients()).isEqualTo(before);
    }

    /** It could mean either (ASVS 15.3.7). */
    @Test
    void a_form_field_that_comes_twice_is_refused_and_named() {
        Browser.Answer answer = server.browser()
                .postText(
                        "/login",
                        "application/x-www-form-urlencoded",
                        "login=clinician-a&password=x&password=" + ClinicServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/field").asText()).isEqualTo("password");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        var request = clinician
                .request("/api/patients")
                .header("Content-Type", "application/json; charset=utf-16")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                        "{\"givenName\":\"Ada\"}".getBytes(StandardCharsets.UTF_16)));
        assertThat(clinician.send(request).status()).isEqualTo(400);
    }

    @Test
    void another_type_of_body_is_415_or_400_and_nothing_is_made() {
        long before = patients();
        String good = "{\"givenName\":\"Ada\",\"familyName\":\"B\",\"birthDate\":\"1985-03-02\"}";
        for (String type : List.of(
                "text/plain", "text/json", "application/jsonp", "application/json-patch+json", "application/xml", "")) {
            assertThat(clinician
                            .postText("/api/patients", type.isEmpty() ? "*/*" : type, good)
                            .status())
                    .as(type)
                    .isIn(400, 415);
        }
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assertThat(clinician.postText("/api/patients", "application/xml", xml).status())
                .isEqualTo(415);
        assertThat(patients()).isEqualTo(before);
    }

    @Test
    void a_packed_body_is_not_unpacked() {
        byte[] bomb = packed(new byte[1 << 20]);
        var request = clinician
                .request("/api/patients")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(bomb));

        assertThat(clinician.send(request).status()).isEqualTo(400);
    }

    private static byte[] packed(byte[] plain) {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_field_that_was_not_asked_for_is_refused_wherever_fields_are_read() {
        for (String mass : List.of("id", "clinic", "clinicId", "version", "role", "author", "at", "admin")) {
            Browser.Answer answer = json(
                    "{\"givenName\":\"Ada\",\"familyName\":\"B\",\"birthDate\":\"1985-03-02\",\"" + mass + "\":\"x\"}");
            assertThat(answer.status()).as(mass).isEqualTo(400);
            assertThat(answer.json().at("/error/field").asText()).isEqualTo(mass);
        }
        String patient = own.patient().id().toString();
        Browser.Answer episode = clinician.postJson(
                "/api/patients/" + patient + "/episodes",
                Map.of("problem", "x", "injured", "LEFT", "closedOn", "2026-01-01"));
        assertThat(episode.status()).isEqualTo(400);
        assertThat(clinician
                        .postForm("/login", Map.of("login", "x", "password", "y", "role", "OWNER"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_visit_with_another_patient_in_the_request_is_409() {
        String patient = own.patient().id().toString();
        String foreign = other.patient().id().toString();
        String episode = own.episode().id().toString();
        assertThat(clinician
                        .postJson(
                                "/api/patients/" + patient + "/visits", Map.of("episode", episode, "patient", foreign))
                        .status())
                .isEqualTo(409);
        String visit = own.visit().id().toString();
        Browser.Answer test = clinician.postJson(
                "/api/visits/" + visit + "/tests",
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1", "patient", foreign));
        assertThat(test.status()).isEqualTo(409);
        assertThat(clinician
                        .postJson(
                                "/api/patients/" + patient + "/visits",
                                Map.of("episode", other.episode().id().toString()))
                        .status())
                .isIn(404, 409);
    }

    @Test
    void a_side_that_is_none_is_named() {
        String visit = own.visit().id().toString();
        Browser.Answer made = clinician.postJson(
                "/api/visits/" + visit + "/tests",
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1"));
        String test = made.json().path("id").asText();
        for (Object side : List.of("BOTH", "LEFT;RIGHT", "", 1)) {
            for (String path : List.of("tare", "recordings")) {
                Map<String, ?> body =
                        path.equals("tare") ? Map.of("side", side) : Map.of("side", side, "requestId", "r");
                Browser.Answer answer = clinician.postJson("/api/tests/" + test + "/" + path, body);
                assertThat(answer.status()).as(path + " " + side).isEqualTo(400);
                assertThat(answer.json().at("/error/field").asText()).isEqualTo("side");
            }
        }
    }

    @Test
    void a_hundred_replays_make_one_record() {
        long before = patients();
        Map<String, String> body = new java.util.HashMap<>(ADA);
        body.put("requestId", "replayed");
        Set<String> made = new HashSet<>();
        Stream.generate(() -> clinician.postJson("/api/patients", body))
                .limit(100)
                .forEach(answer -> {
                    assertThat(answer.status()).isEqualTo(201);
                    made.add(answer.json().path("id").asText());
                });

        assertThat(made).hasSize(1);
        assertThat(patients()).isEqualTo(before + 1);
    }

    @Test
    void a_hundred_replays_at_once_make_one_record() {
        long before = patients();
        Map<String, String> body = new java.util.HashMap<>(ADA);
        body.put("requestId", "replayed-at-once");
        Set<String> made = java.util.concurrent.ConcurrentHashMap.newKeySet();
        Stream.generate(() -> body)
                .limit(100)
                .parallel()
                .forEach(same -> made.add(clinician
                        .postJson("/api/patients", same)
                        .json()
                        .path("id")
                        .asText()));

        assertThat(made).hasSize(1);
        assertThat(patients()).isEqualTo(before + 1);
    }

    @Test
    void uploads_with_tricks_in_their_names_are_read_as_uploads_and_write_nowhere() {
        byte[] recording = "time_s,force_N\n0,1\n".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of(
                "../../../../tmp/plinth-escaped.csv",
                "/etc/passwd",
                "C:\\\\Windows\\\\win.ini",
                "CON",
                "NUL.csv",
                "a\0b.csv",
                "..",
                ".",
                "a/b",
                "=cmd|' /C calc'!A0",
                "<img src=x>.csv",
                "x".repeat(3_000))) {
            Browser.Answer answer = clinician.postFile("/api/analyse", "left", name, recording, Map.of());
            assertThat(answer.status())
                    .as(name.substring(0, Math.min(40, name.length())))
                    .isIn(200, 400);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
        }
        assertThat(java.nio.file.Path.of("/tmp/plinth-escaped.csv")).doesNotExist();
        assertThat(isEmptySoon(server.data().resolve("uploads")))
                .as("uploads are gone")
                .isTrue();
    }

    /** They go when the reply has gone, which may be a moment after it was read here. */
    private static boolean isEmptySoon(java.nio.file.Path folder) {
        for (int look = 0; look < 2_000; look++) {
            String[] left = folder.toFile().list();
            if (left != null && left.length == 0) {
                return true;
            }
            server.browser().get("/health");
        }
        return false;
    }

    @Test
    void a_file_where_none_is_taken_is_refused_and_not_kept() {
        Browser.Answer answer =
                clinician.postFile("/api/patients", "givenName", "a.csv", new byte[1_000], Map.of("familyName", "B"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(isEmptySoon(server.data().resolve("uploads")))
                .as("uploads are gone")
                .isTrue();
    }

    @Test
    void a_thousand_fields_are_refused() {
        Map<String, String> many = new java.util.HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            many.put("field" + i, "x");
        }
        assertThat(clinician.postForm("/api/patients", many).status()).isEqualTo(400);
    }

    @Test
    void the_file_tree_of_assets_cannot_be_left() {
        String css = server.browser().page("/login").text();
        String hash = css.contains("/assets/")
                ? css.substring(css.indexOf("/assets/") + 8, css.indexOf("/assets/") + 24)
                : "0";
        for (String path : List.of(
                "/assets/%2e%2e/pom.xml",
                "/assets/" + hash + "/%2e%2e/%2e%2e/org/plinth/web/text/texts.properties",
                "/assets/" + hash + "/..%2f..%2fetc/passwd",
                "/assets/" + hash + "/%5c..%5c..%5cetc%5cpasswd",
                "/assets/" + hash + "//etc/passwd",
                "/assets/" + hash + "/%00plinth.css",
                "/assets/" + hash + "/plinth.css%00.txt",
                "/assets/" + hash + "/WEB-INF/web.xml",
                "/assets/" + hash + "/file:%2f%2f%2fetc%2fpasswd")) {
            assertThat(server.browser().get(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void a_method_cannot_be_passed_off_as_another() {
        String visit = own.visit().id().toString();
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            var post = clinician
                    .request("/api/visits/" + visit)
                    .header(header, "GET")
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody());
            assertThat(clinician.send(post).status()).as(header).isEqualTo(405);
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")) {
            var request = clinician
                    .request("/api/visits/" + visit)
                    .method(method, java.net.http.HttpRequest.BodyPublishers.noBody());
            Browser.Answer answer = clinician.send(request);
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.text()).doesNotContain("Cookie").doesNotContain("X-Plinth-Csrf");
        }
    }

    @Test
    void an_if_match_that_is_no_version_is_400() {
        String visit = own.visit().id().toString();
        for (String header : List.of("*", "W/\"1\"", "\"1\", \"2\"", "-1", "1.0", "99999999999999999999", "\"\"")) {
            Browser.Answer answer = clinician.postJson("/api/visits/" + visit + "/close", Map.of(), "If-Match", header);
            assertThat(answer.status()).as(header).isEqualTo(400);
            assertThat(answer.json().at("/error/field").asText()).isEqualTo("If-Match");
        }
    }
}
