package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.testkit.GeneratedPage;
import org.plinth.web.access.Custody;
import org.plinth.web.access.Naming;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.http.AccessTable.Rule;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.ClinicThings;
import org.plinth.web.testkit.ClinicThings.Things;
import org.plinth.web.testkit.Program;
import org.plinth.web.testkit.WebServer;

/**
 * Every route × every scope × every role that may have a token. The endpoints are blank; table, scopes and decision are real. What was
 * answered is written to {@code docs/generated/token-scopes.md}.
 */
@Tag("slow")
class TokenScopesTest {

    /** Written out once more, by hand: what a scope opens must not grow by accident. */
    private static final Map<TokenScope, String> OPENED = new EnumMap<>(Map.of(
            TokenScope.RESULTS_READ, "GET /api/(clinic|series|positions)",
            TokenScope.RESULTS_READ_NAMED, "GET /api/(clinic|series|positions|patients|patients/:id/(series|scores))",
            TokenScope.RAW_READ, "GET /api/(clinic|recordings|recordings/:id/(curve|capture))",
            TokenScope.EXPORTS_RUN, "GET /api/(clinic|export/.*)",
            TokenScope.FHIR_READ, "GET (/api/clinic|/fhir/.*)",
            TokenScope.AUDIT_READ, "GET (/api/clinic|/audit/export.zip|/audit/key.pem)"));

    /** Nothing of these is ever open to a program, whatever a line says. */
    private static final String NEVER =
            "(POST .*|GET /(people|account|tokens|erasures|retention|worklist|patients|visits|me|lock|upkeep|exports).*)";

    private static ClinicServer clinics;
    private static WebServer server;
    private static Things things;
    private static final Map<Role, Map<TokenScope, Program>> PROGRAMS = new EnumMap<>(Role.class);
    private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        clinics = ClinicServer.empty();
        ClinicServer.Sample clinic = clinics.addClinic("a");
        things = new ClinicThings(clinics, clinic)
                .patient("Sample own", "Here", clinics.addClinic("b").clinic().id());
        ApiTokens tokens = new ApiTokens(clinics.store(), new LoginThrottle(), new SecureRandom());
        server = WebServer.parts()
                .tokens(tokens)
                .clock(clinics.clock())
                .custody(Custody.of(clinics.store()))
                .modules(BlankEndpoints::mount)
                .sockets(BlankEndpoints.sockets())
                .whole()
                .start();
        for (Role role : List.of(Role.OWNER, Role.CLINICIAN)) {
            Account maker = Optional.ofNullable(clinic.accounts().get(role)).orElseThrow();
            Map<TokenScope, Program> programs = new EnumMap<>(TokenScope.class);
            for (TokenScope scope : ApiTokens.offered(role)) {
                programs.put(scope, program(tokens, maker, clinic.clinic(), scope));
            }
            PROGRAMS.put(role, programs);
        }
        PROGRAMS.forEach((role, programs) -> programs.forEach(
                (scope, program) -> AccessTable.rules().forEach(rule -> ask(role, scope, program, rule))));
    }

    private static Program program(ApiTokens tokens, Account maker, Clinic clinic, TokenScope scope) {
        ApiTokens.Wanted wanted = new ApiTokens.Wanted("Sample", Set.of(scope), Duration.ofDays(30));
        Visitor visitor = new Visitor("127.0.0.1", "", clinics.clock().instant());
        return new Program(
                server.browser(),
                tokens.make(new Who(maker, clinic, "csrf"), wanted, visitor).text());
    }

    @AfterAll
    static void stop() {
        server.close();
        clinics.close();
    }

    private static void ask(Role role, TokenScope scope, Program program, Rule rule) {
        // A program that asks for everything at once is slowed down; that is another test's matter.
        clinics.clock().forward(Duration.ofSeconds(1));
        String path = AccessRelationsTest.path(rule, things);
        Browser.Answer answer = rule.method().equals("GET") ? program.get(path) : program.post(path, Map.of());
        boolean in = answer.status() == 200 || answer.status() == 426;
        ANSWERS.put(key(role, scope, rule), in ? "IN" : AccessRelationsTest.refusal(rule, answer));
    }

    private static String key(Role role, TokenScope scope, Rule rule) {
        return role + " " + scope + " " + rule.method() + " " + rule.path();
    }

    private static String answer(Role role, TokenScope scope, Rule rule) {
        return Optional.ofNullable(ANSWERS.get(key(role, scope, rule))).orElseThrow();
    }

    private static String expected(Role role, TokenScope scope, Rule rule) {
        if (rule.open()) {
            return "IN";
        }
        String route = rule.method() + " " + rule.path();
        if (!route.matches(OPENED.getOrDefault(scope, ""))) {
            return "SCOPE";
        }
        return rule.roles().contains(role) ? "IN" : "FORBIDDEN";
    }

    @Test
    void every_scope_opens_what_it_says_and_nothing_else() {
        List<String> wrong = new ArrayList<>();
        PROGRAMS.forEach((role, programs) -> programs.keySet().forEach(scope -> AccessTable.rules().stream()
                .filter(rule -> !answer(role, scope, rule).equals(expected(role, scope, rule)))
                .forEach(rule -> wrong.add(key(role, scope, rule) + ": " + answer(role, scope, rule)))));

        assertThat(wrong).isEmpty();
        assertThat(ANSWERS).hasSizeGreaterThan(1000);
    }

    @Test
    void no_page_no_change_and_no_account_is_open_to_any_token() {
        assertThat(AccessTable.rules())
                .filteredOn(rule -> !rule.open() && (rule.method() + " " + rule.path()).matches(NEVER))
                .hasSizeGreaterThan(100)
                .allMatch(rule -> PROGRAMS.entrySet().stream().allMatch(one -> one.getValue().keySet().stream()
                        .allMatch(scope -> answer(one.getKey(), scope, rule).equals("SCOPE"))));
    }

    @Test
    void what_is_offered_opens_something() {
        PROGRAMS.forEach((role, programs) -> assertThat(programs.keySet())
                .isNotEmpty()
                .allMatch(scope -> AccessTable.rules().stream()
                        .anyMatch(rule -> !rule.open()
                                && !rule.path().equals("/api/clinic")
                                && answer(role, scope, rule).equals("IN"))));
        assertThat(Stream.of(Role.ASSISTANT, Role.PATIENT)).allMatch(role -> !ApiTokens.MAKERS.contains(role));
    }

    @Test
    void the_matrix_is_written_down() {
        StringBuilder page = new StringBuilder(
                """
                # What a token opens

                Written by `TokenScopesTest` from what a server answered to every route and every token with one scope; do not edit. O: by a
                token that an owner made, C: by a clinician's; empty: nobody's. Every route that is not here answers any token with 403, but
                those that are open to all. How tokens work: [programs](../howto/api.md).

                """);
        page.append("| route | names |");
        for (TokenScope scope : TokenScope.values()) {
            page.append(" `").append(scope.word()).append("` |");
        }
        page.append("\n|---|---|")
                .append("---|".repeat(TokenScope.values().length))
                .append('\n');
        AccessTable.rules().stream()
                .filter(rule -> !rule.open())
                .filter(rule -> Stream.of(TokenScope.values())
                        .anyMatch(scope -> !letters(scope, rule).isEmpty()))
                .forEach(rule -> page.append(line(rule)));

        GeneratedPage.check("token-scopes.md", page.toString());
    }

    private static String line(Rule rule) {
        String named = Naming.of(rule.path()).stream()
                .map(Naming.Named::subject)
                .filter(Subject::isOwned)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String cells = Stream.of(TokenScope.values())
                .map(scope -> letters(scope, rule))
                .collect(Collectors.joining(" | "));
        return "| `" + rule.method() + " " + rule.path() + "` | " + named + " | " + cells + " |\n";
    }

    private static String letters(TokenScope scope, Rule rule) {
        return PROGRAMS.entrySet().stream()
                .filter(one -> one.getValue().containsKey(scope)
                        && answer(one.getKey(), scope, rule).equals("IN"))
                .map(one -> one.getKey().name().substring(0, 1))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
