package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.http.AccessTable.Rule;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** Every route of the table, as the real pages answer it, for nobody and for each role that may. */
@Tag("slow")
class HeadersOnEveryPageTest {

    /** Kept on purpose: nothing of a patient is in them. */
    private static final Set<String> MAY_BE_KEPT = Set.of("/assets/:hash/*", "/positions/:id/:drawing");

    /** Would leave the others of this role outside. */
    private static final Pattern ENDS_A_LOGIN = Pattern.compile("/(.*/)?(logout|lock)");

    private static final Pattern ASSET = Pattern.compile("\"(/assets/[0-9a-f]{16}/[a-z-]+\\.css)\"");
    private static final int LEAST_PAGES = 25;

    private static ClinicServer server;
    private static ClinicServer.Sample clinic;
    private static Sensor sensor;
    private static String stylesheet;
    private static final Map<Role, Browser> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        clinic = server.addClinic("a");
        sensor = server.addCalibratedSensor(clinic, "SAMPLE-1");
        for (Role role : Role.values()) {
            PEOPLE.put(role, server.as(role, "a"));
        }
        var link = ASSET.matcher(server.browser().page("/login").text());
        assertThat(link.find()).isTrue();
        stylesheet = link.group(1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_route_answers_with_safe_headers_whoever_asks() {
        Set<String> seen = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        for (Rule rule : AccessTable.rules()) {
            look(rule, server.browser(), "nobody", seen, types);
            for (Role role : rule.roles()) {
                if (!ENDS_A_LOGIN.matcher(rule.path()).matches()) {
                    look(rule, PEOPLE.get(role), role.name(), seen, types);
                }
            }
        }

        assertThat(seen).as("routes that gave a whole page").hasSizeGreaterThan(LEAST_PAGES);
        assertThat(types).contains("text/html", "application/json", "text/css", "text/csv", "image/svg+xml");
    }

    @Test
    void a_route_outside_the_table_is_told_with_safe_headers() {
        for (String path : new String[] {"/nothing", "/api/nothing", "/favicon.ico", "/%00", "/assets/%2e%2e/x"}) {
            for (Browser.Answer answer : new Browser.Answer[] {
                server.browser().page(path), PEOPLE.get(Role.CLINICIAN).get(path)
            }) {
                assertThat(answer.status()).as(path).isIn(400, 404);
                SafeHeaders.check(answer, path);
                SafeHeaders.neverKept(answer, path);
            }
        }
    }

    @Test
    void logging_in_and_out_sets_cookies_that_only_the_server_reads() {
        Browser browser = server.as(Role.OWNER, "a");
        Browser.Answer out = browser.postJson("/logout", Map.of());

        SafeHeaders.check(out, "logout");
        assertThat(out.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("plinth=;") && cookie.contains("Max-Age=0"));
    }

    private static void look(Rule rule, Browser who, String name, Set<String> seen, Set<String> types) {
        String what = name + " " + rule.method() + " " + rule.path();
        Browser.Answer answer = rule.method().equals("GET")
                ? who.page(path(rule))
                : who.postJson(path(rule), Map.of(), "Accept", "text/html", "If-Match", "\"1\"");
        assertThat(answer.status()).as(what).isNotEqualTo(500);
        SafeHeaders.check(answer, what);
        if (!MAY_BE_KEPT.contains(rule.path()) || answer.status() >= 400) {
            SafeHeaders.neverKept(answer, what);
        }
        if (answer.status() == 200) {
            seen.add(rule.method() + " " + rule.path());
            types.add(answer.header("Content-Type").replaceFirst(";.*", ""));
        }
    }

    private static String path(Rule rule) {
        String patient = clinic.patient().id().toString();
        String visit = clinic.visit().id().toString();
        String id = rule.path().startsWith("/patients") || rule.path().startsWith("/api/patients")
                ? patient
                : rule.path().startsWith("/sensors")
                        ? sensor.id().toString()
                        : rule.path().startsWith("/positions/:id") ? "curl-prone-15" : visit;
        return rule.path()
                .replace("/assets/:hash/*", stylesheet)
                .replace(":visitId", visit)
                .replace(":sensorId", sensor.id().toString())
                .replace(":id", id)
                .replace(":position", "curl-prone-15")
                .replace(":drawing", "left-side.svg")
                .replace(":kind", "strength.svg")
                .replace(":formula", "peak100_N")
                .replaceAll(":[a-z]+", visit);
    }
}
