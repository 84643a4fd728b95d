package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plinth.core.testkit.GeneratedPage;
import org.plinth.web.access.Custody;
import org.plinth.web.access.Naming;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.http.AccessTable.Rule;
import org.plinth.web.store.Passwords;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.ClinicThings;
import org.plinth.web.testkit.ClinicThings.Things;
import org.plinth.web.testkit.WebServer;

/**
 * Every route × every role × what the caller has to do with the patient or clinic that the path names. The endpoints are blank,
 * so that every answer but theirs is the decision's; the things and the decision are real. What was answered is written to
 * {@code docs/generated/access.md}.
 */
@Tag("slow")
class AccessRelationsTest {

    private static final List<Role> ROLES =
            List.of(Role.OWNER, Role.CLINICIAN, Role.ASSISTANT, Role.AUDITOR, Role.PATIENT);
    private static final Set<String> NOT_IN_EMERGENCY = Set.of(
            "/patients/:id/access",
            "/patients/:id/shares",
            "/patients/:id/shares/:share/end",
            "/patients/:id/account",
            "/patients/:id/privacy",
            "/patients/:id/consents",
            "/patients/:id/erasure",
            "/patients/:id/everything.zip",
            "/patients/:id/photos/remove",
            "/api/patients/:id/photos/remove");

    /** Written out once more, by hand: what guests may read must not grow by accident. */
    private static final Set<String> READ_BY_GUESTS = Set.of(
            "/patients/:id",
            "/patients/:id/charts/:position/:kind",
            "/patients/:id/courses/:position/numbers/:formula",
            "/visits/:id",
            "/visits/:id/visit.pdf",
            "/visits/:id/tests/:test/numbers/:formula",
            "/api/visits/:id",
            "/api/tests/:id");

    private static ClinicServer clinics;
    private static WebServer server;
    private static final Map<Role, Browser> PEOPLE = new EnumMap<>(Role.class);
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<Relation, Things> THINGS = new EnumMap<>(Relation.class);

    /** What the caller has to do with what she names. */
    enum Relation {
        /** Her clinic's; for a patient, her own. */
        OWN,
        /** Restricted, and every clinician and assistant is of the team. */
        TEAM,
        /** Restricted, and she is not of the team. */
        RESTRICTED,
        /** Restricted, and the clinician declared an emergency. */
        EMERGENCY,
        /** Another clinic's, shared with hers. */
        SHARED,
        /** Another clinic's. */
        FOREIGN
    }

    @BeforeAll
    static void start() {
        clinics = ClinicServer.empty();
        ClinicServer.Sample a = clinics.addClinic("a");
        ClinicServer.Sample b = clinics.addClinic("b");
        ClinicThings ours = new ClinicThings(clinics, a);
        ClinicThings theirs = new ClinicThings(clinics, b);
        for (Relation relation : Relation.values()) {
            boolean foreign = relation == Relation.SHARED || relation == Relation.FOREIGN;
            THINGS.put(
                    relation,
                    foreign
                            ? theirs.patient(
                                    "Sample " + relation, "There", a.clinic().id())
                            : ours.patient(
                                    "Sample " + relation, "Here", b.clinic().id()));
        }
        ours.restrict(THINGS.get(Relation.TEAM), Role.CLINICIAN, Role.ASSISTANT);
        ours.restrict(THINGS.get(Relation.RESTRICTED));
        ours.restrict(THINGS.get(Relation.EMERGENCY));
        ours.emergency(THINGS.get(Relation.EMERGENCY), Role.CLINICIAN);
        theirs.share(THINGS.get(Relation.SHARED), a.clinic().id());
        Logins real = new Logins(clinics.store(), new Passwords(), new LoginThrottle(), new SecureRandom());
        server = WebServer.parts()
                .logins(
                        new LoginBook() { // who proved what a short while ago is another test's matter
                            @Override
                            public Optional<Who> find(String token, Instant now) {
                                return real.find(token, now);
                            }
                        })
                .clock(clinics.clock())
                .custody(Custody.of(clinics.store()))
                .modules(BlankEndpoints::mount)
                .sockets(BlankEndpoints.sockets())
                .whole()
                .start();
        for (Role role : ROLES) {
            Browser logged = clinics.as(role, "a");
            PEOPLE.put(
                    role,
                    server.browser()
                            .holding(
                                    logged.cookie().orElseThrow(), logged.csrf().orElseThrow()));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        clinics.close();
    }

    /** What a path of the table becomes when it names these things. */
    static String path(Rule rule, Things things) {
        String path = rule.path();
        for (Naming.Named named : Naming.of(rule.path())) {
            path = path.replace(
                    ":" + named.part(), named.subject() == Subject.WORD ? "word" : things.id(named.subject()));
        }
        return path.replace("*", "word");
    }

    /** Asked once, however many tests look at it. */
    private static String answer(Role role, Rule rule, Relation relation) {
        return ANSWERS.computeIfAbsent(
                role + " " + relation + " " + rule.method() + " " + rule.path(),
                ignored -> answer(person(role), rule, THINGS.get(relation)));
    }

    private static String answer(Browser browser, Rule rule, Things things) {
        String path = path(rule, things);
        Browser.Answer answer = rule.method().equals("GET") ? browser.get(path) : browser.postJson(path, Map.of());
        if (answer.status() == 200 || answer.status() == 426) {
            return "IN";
        }
        return refusal(rule, answer);
    }

    /** What is asked in FHIR is refused in FHIR. */
    static String refusal(Rule rule, Browser.Answer answer) {
        return rule.path().startsWith("/fhir/")
                ? answer.json().at("/issue/0/diagnostics").asText().split(" ", -1)[0]
                : answer.json().at("/error/code").asText();
    }

    private static boolean names(Rule rule, Predicate<Subject> kind) {
        return Naming.of(rule.path()).stream().map(Naming.Named::subject).anyMatch(kind);
    }

    /** One person's own; of the samples, the clinician's. */
    private static final Set<Subject> OF_THE_CLINICIAN = Set.of(Subject.SSO_IDENTITY, Subject.PASSKEY);

    /** Said anew, from the rules that people were told, without a look at how it is decided. */
    private static String expected(Rule rule, Role role, Relation relation) {
        if (rule.open()) {
            return "IN";
        }
        if (!rule.roles().contains(role)) {
            return "FORBIDDEN";
        }
        if (!names(rule, Subject::isOwned)) {
            return "IN";
        }
        if (role != Role.CLINICIAN && names(rule, OF_THE_CLINICIAN::contains)) {
            return "NOT_FOUND";
        }
        boolean patients = names(rule, Subject::isOfPatient);
        if (!patients) {
            boolean foreign = relation == Relation.SHARED || relation == Relation.FOREIGN;
            return foreign ? "NOT_FOUND" : "IN";
        }
        // None of these patients is the one who is logged in.
        return role == Role.PATIENT ? "NOT_FOUND" : aboutPatient(rule, role, relation);
    }

    private static String aboutPatient(Rule rule, Role role, Relation relation) {
        // An erasure is decided without the record being shown.
        boolean ownerNamesTeam = (role == Role.OWNER && rule.path().equals("/patients/:id/access"))
                || rule.path().startsWith("/erasures/:id");
        boolean declares = role == Role.CLINICIAN && rule.path().equals("/patients/:id/emergency");
        return switch (relation) {
            case OWN -> "IN";
            case TEAM -> role == Role.CLINICIAN || role == Role.ASSISTANT || ownerNamesTeam ? "IN" : "RESTRICTED";
            case RESTRICTED -> ownerNamesTeam || declares ? "IN" : "RESTRICTED";
            case EMERGENCY ->
                ownerNamesTeam || (role == Role.CLINICIAN && !NOT_IN_EMERGENCY.contains(rule.path()))
                        ? "IN"
                        : "RESTRICTED";
            case SHARED ->
                role != Role.CLINICIAN
                        ? "NOT_FOUND"
                        : rule.method().equals("GET") && READ_BY_GUESTS.contains(rule.path()) ? "IN" : "READ_ONLY";
            case FOREIGN -> "NOT_FOUND";
        };
    }

    @ParameterizedTest
    @EnumSource
    void every_role_gets_in_where_it_may_and_nowhere_else(Relation relation) {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Rule rule : AccessTable.rules()) {
            if (rule.path().equals("/logout")) {
                continue;
            }
            for (Role role : ROLES) {
                String answer = answer(role, rule, relation);
                String expected = expected(rule, role, relation);
                asked++;
                if (!answer.equals(expected)) {
                    wrong.add(role + " " + rule.method() + " " + rule.path() + ": " + answer + ", not " + expected);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(500);
    }

    @Test
    void nobody_gets_in_but_where_it_is_open_to_all() {
        List<String> wrong = new ArrayList<>();
        for (Rule rule : AccessTable.rules()) {
            String answer = answer(server.browser(), rule, THINGS.get(Relation.OWN));
            if (!answer.equals(rule.open() ? "IN" : "NOT_LOGGED_IN")) {
                wrong.add(rule.method() + " " + rule.path() + ": " + answer);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_change_without_the_token_is_refused_everywhere() {
        List<String> wrong = new ArrayList<>();
        for (Rule rule : AccessTable.rules()) {
            Optional<Role> role = ROLES.stream()
                    .filter(one -> rule.roles().contains(one)
                            && expected(rule, one, Relation.OWN).equals("IN"))
                    .findFirst();
            if (rule.method().equals("POST") && role.isPresent()) {
                Browser forger =
                        server.browser().holding(person(role.get()).cookie().orElseThrow(), "forged");
                String answer = answer(forger, rule, THINGS.get(Relation.OWN));
                if (!answer.equals("NO_CSRF_TOKEN")) {
                    wrong.add(role.get() + " " + rule.path() + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void patient_gets_to_her_own_record_where_the_table_lets_her() {
        Things own = THINGS.get(Relation.OWN);
        String hers = OWN_CHART.replace(":id", patientOfAccount());

        assertThat(person(Role.PATIENT).get(hers).status()).isEqualTo(200);
        assertThat(person(Role.PATIENT)
                        .get(OWN_CHART.replace(":id", own.id(Subject.PATIENT)))
                        .status())
                .isEqualTo(404);
    }

    private static final String OWN_CHART = "/patients/:id/charts/curl-prone-15/strength.svg";

    private static String patientOfAccount() {
        return clinics.store()
                .read(stores -> stores.accounts().findByLogin("patient-a"))
                .orElseThrow()
                .account()
                .patient()
                .orElseThrow()
                .toString();
    }

    @Test
    void things_of_two_patients_in_one_path_are_not_found() {
        Things own = THINGS.get(Relation.OWN);
        Things team = THINGS.get(Relation.TEAM);
        Browser clinician = person(Role.CLINICIAN);
        String visit = "/visits/" + own.id(Subject.VISIT);

        assertThat(clinician
                        .postJson(visit + "/trials/" + own.id(Subject.TRIAL), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(clinician
                        .postJson(visit + "/trials/" + team.id(Subject.TRIAL), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_table_is_written_down() {
        StringBuilder page = new StringBuilder(
                """
                # Who may do what

                Written by `AccessRelationsTest` from what a server answered to every route and every role; do not edit. O owner, C clinician,
                A assistant, U auditor, P patient; `-` nobody; empty where the path names no patient, or nothing of a clinic. Rules and
                reasons: [decision 0063](../decisions/0063-who-may-see-a-patient.md).

                - *own*: a thing of the caller's clinic. A patient reaches nobody but herself, and stands here where the route lets her.
                - *team*, *restricted*: a patient whom only her team may see; the caller is of it, or is not.
                - *emergency*: restricted, and the clinician declared an emergency within the last hour.
                - *shared*, *foreign*: a patient or thing of another clinic, shared with the caller's for reading, or not.

                | route | names | own | team | restricted | emergency | shared | foreign |
                |---|---|---|---|---|---|---|---|
                """);
        for (Rule rule : AccessTable.rules()) {
            page.append(line(rule));
        }

        GeneratedPage.check("access.md", page.toString());
    }

    private static String line(Rule rule) {
        String named = Naming.of(rule.path()).stream()
                .map(Naming.Named::subject)
                .filter(Subject::isOwned)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        List<String> cells = new ArrayList<>(List.of("`" + rule.method() + " " + rule.path() + "`", named));
        for (Relation relation : Relation.values()) {
            boolean applies = relation == Relation.OWN
                    || names(rule, Subject::isOfPatient)
                    || (relation == Relation.FOREIGN && names(rule, Subject::isOwned));
            cells.add(rule.open() && relation == Relation.OWN ? "everybody" : applies ? letters(rule, relation) : "");
        }
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String letters(Rule rule, Relation relation) {
        String letters = ROLES.stream()
                .filter(role -> isIn(rule, role, relation))
                .map(AccessRelationsTest::letter)
                .collect(Collectors.joining(" "));
        return letters.isEmpty() ? "-" : letters;
    }

    /** A patient's own is told by the table: among these things there is none of hers. */
    private static boolean isIn(Rule rule, Role role, Relation relation) {
        if (rule.path().equals("/logout") || (role == Role.PATIENT && relation == Relation.OWN)) {
            return rule.roles().contains(role);
        }
        return answer(role, rule, relation).equals("IN");
    }

    private static String letter(Role role) {
        return role == Role.AUDITOR ? "U" : role.name().substring(0, 1);
    }

    private static Browser person(Role role) {
        return Optional.ofNullable(PEOPLE.get(role)).orElseThrow();
    }
}
