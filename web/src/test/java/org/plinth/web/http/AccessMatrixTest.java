package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.AccessTable.Rule;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** Every route × nobody and every role; every route with an id × another clinic's thing. Generated from the table. */
@Tag("slow")
class AccessMatrixTest {

    private static final String NOBODYS_ID = "0123456789abcdef0123456789abcdef";

    private static ClinicServer server;
    private static ClinicServer.Sample other;
    private static final Map<Role, Browser> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        server = ClinicServer.empty();
        server.addClinic("a");
        other = server.addClinic("b");
        for (Role role : Role.values()) {
            PEOPLE.put(role, server.as(role, "a"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_but_where_it_is_open_to_all() {
        return AccessTable.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(name(rule), () -> {
                    int status = call(server.browser(), rule, NOBODYS_ID).status();
                    if (rule.open()) {
                        assertThat(status).isNotIn(401, 403, 500);
                    } else {
                        assertThat(status).isEqualTo(401);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_role_gets_in_where_the_table_says_so_and_nowhere_else() {
        return Stream.of(Role.values()).flatMap(role -> AccessTable.rules().stream()
                .filter(rule -> !rule.open() && !rule.path().equals("/logout"))
                .map(rule -> DynamicTest.dynamicTest(role + " " + name(rule), () -> {
                    int status = call(PEOPLE.get(role), rule, NOBODYS_ID).status();
                    if (rule.roles().contains(role)) {
                        assertThat(status).isNotIn(401, 403, 405, 500);
                    } else {
                        assertThat(status).isEqualTo(403);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> another_clinics_things_are_not_found() {
        return AccessTable.rules().stream()
                .filter(rule -> idOf(rule, other).isPresent())
                .map(rule -> DynamicTest.dynamicTest(name(rule), () -> assertThat(call(
                                        PEOPLE.get(Role.CLINICIAN),
                                        rule,
                                        idOf(rule, other).orElseThrow())
                                .status())
                        .isIn(404, 426)));
    }

    private static Browser.Answer call(Browser browser, Rule rule, String id) {
        String path = rule.path()
                .replace(":visitId", id)
                .replace(":id", id)
                .replace(":position", "curl-prone-15")
                .replace(":kind", "strength.svg")
                .replace(":hash", "0")
                .replace("*", "plinth.css");
        return rule.method().equals("GET")
                ? browser.get(path)
                : browser.postJson(path, body(rule), "If-Match", "\"1\"");
    }

    /** Good fields, so that only who asks for what can be wrong. */
    private static Map<String, String> body(Rule rule) {
        return switch (rule.path()) {
            case "/api/patients/:id/episodes" -> Map.of("problem", "Hamstring", "injured", "LEFT");
            case "/api/patients/:id/visits" ->
                Map.of("episode", other.episode().id().toString());
            case "/api/visits/:id/tests" ->
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1");
            case "/api/visits/:id/squeeze" -> Map.of("sensors", "virtual-1");
            case "/api/patients/:id/versions" ->
                Map.of("givenName", "Ada", "familyName", "Sample", "birthDate", "1990-02-03", "reason", "typing");
            case "/api/patients/:id/episodes/:episode/versions" ->
                Map.of("problem", "Hamstring", "injured", "LEFT", "openedOn", "2026-07-01", "reason", "typing");
            case "/api/patients/:id/episodes/:episode/close" -> Map.of("closeReason", "discharged");
            case "/api/patients/:id/episodes/:episode/reopen" -> Map.of("reason", "came back");
            default -> Map.of();
        };
    }

    private static Optional<String> idOf(Rule rule, ClinicServer.Sample sample) {
        if (rule.path().startsWith("/api/patients/:id")) {
            return Optional.of(sample.patient().id().toString());
        }
        if (rule.path().startsWith("/api/visits/:id") || rule.path().startsWith("/live/")) {
            return Optional.of(sample.visit().id().toString());
        }
        return Optional.empty();
    }

    private static String name(Rule rule) {
        return rule.method() + " " + rule.path();
    }
}
