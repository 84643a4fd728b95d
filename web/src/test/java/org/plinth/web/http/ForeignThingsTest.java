package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.access.Naming;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.http.AccessTable.Rule;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.ClinicThings;
import org.plinth.web.testkit.ClinicThings.Things;

/** Guessed ids and another clinic's, at the real pages, routes and sockets: not found, and not a byte of what is there. */
@Tag("slow")
class ForeignThingsTest {

    private static final String CANARY = "Canaryforeign";
    private static final String GUESSED = "0123456789abcdef0123456789abcdef";

    private static ClinicServer server;
    private static Things own;
    private static Things foreign;
    private static final Map<Role, Browser> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
        ClinicServer.Sample a = server.addClinic("a");
        ClinicServer.Sample b = server.addClinic("b");
        own = new ClinicThings(server, a).patient("Own", "Own", b.clinic().id());
        foreign = new ClinicThings(server, b).patient(CANARY, CANARY, a.clinic().id());
        for (Role role : Role.values()) {
            PEOPLE.put(role, server.as(role, "a"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Rule> naming() {
        return AccessTable.rules().stream()
                .filter(rule -> owned(rule).findAny().isPresent())
                .toList();
    }

    private static Stream<Naming.Named> owned(Rule rule) {
        return Naming.of(rule.path()).stream().filter(named -> named.subject().isOwned());
    }

    /** The path with ids by kind; words are right ones. */
    private static String path(Rule rule, Map<Subject, String> ids) {
        String path = rule.path();
        for (Naming.Named named : Naming.of(rule.path())) {
            String word =
                    switch (named.part()) {
                        case "position" -> "curl-prone-15";
                        case "kind" -> "strength.svg";
                        default -> "peakForce_N";
                    };
            String id = Optional.ofNullable(ids.get(named.subject())).orElse(word);
            path = path.replace(":" + named.part(), id);
        }
        return path;
    }

    private static void find(List<String> wrong, Rule rule, Map<Subject, String> ids) {
        String path = path(rule, ids);
        for (Role role : rule.roles()) {
            Browser browser = Optional.ofNullable(PEOPLE.get(role)).orElseThrow();
            Browser.Answer answer = rule.method().equals("GET")
                    ? browser.page(path)
                    : browser.postForm(path, Map.of("version", "1", "reason", "x"));
            boolean tells = answer.text().contains(CANARY) || answer.text().contains("Sample clinic b");
            if (answer.status() != 404 || tells) {
                wrong.add(role + " " + rule.method() + " " + rule.path() + ": " + answer.status()
                        + (tells ? " tells" : ""));
            }
        }
    }

    @Test
    void another_clinics_things_are_not_found_on_any_page_or_route() {
        List<String> wrong = new ArrayList<>();
        naming().forEach(rule -> find(wrong, rule, foreign.ids()));

        assertThat(wrong).isEmpty();
        assertThat(naming()).hasSizeGreaterThan(60);
    }

    @Test
    void guessed_ids_are_not_found_on_any_page_or_route() {
        Map<Subject, String> guessed = new HashMap<>(own.ids());
        guessed.replaceAll((kind, id) -> GUESSED);
        List<String> wrong = new ArrayList<>();
        naming().forEach(rule -> find(wrong, rule, guessed));

        assertThat(wrong).isEmpty();
    }

    @Test
    void another_clinics_thing_below_ones_own_is_not_found() {
        List<String> wrong = new ArrayList<>();
        for (Rule rule : naming()) {
            List<Subject> kinds = owned(rule).map(Naming.Named::subject).toList();
            if (kinds.size() > 1) {
                Map<Subject, String> mixed = new HashMap<>(own.ids());
                mixed.put(kinds.get(1), foreign.id(kinds.get(1)));
                find(wrong, rule, mixed);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void sockets_of_another_clinic_or_a_guess_do_not_open() {
        Browser clinician = Optional.ofNullable(PEOPLE.get(Role.CLINICIAN)).orElseThrow();

        for (String id : List.of(foreign.id(Subject.VISIT), GUESSED, "x")) {
            assertThat(handshake(clinician, "plinth.live.1", "live/" + id)).isEqualTo(404);
        }
        for (String id : List.of(foreign.id(Subject.SENSOR), GUESSED, "x")) {
            assertThat(handshake(clinician, "plinth.bench.1", "bench/" + id)).isEqualTo(404);
        }
        assertThat(handshake(clinician, "plinth.live.1", "live/" + own.id(Subject.VISIT)))
                .isEqualTo(101);
        assertThat(handshake(server.browser(), "plinth.live.1", "live/" + own.id(Subject.VISIT)))
                .isEqualTo(401);
    }

    private static int handshake(Browser browser, String protocol, String path) {
        try {
            browser.socket(protocol, path, Optional.of(browser.origin()), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }
}
