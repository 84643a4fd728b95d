package org.plinth.web.http;

import static org.plinth.web.clinic.Role.ASSISTANT;
import static org.plinth.web.clinic.Role.AUDITOR;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.clinic.Role.OWNER;
import static org.plinth.web.clinic.Role.PATIENT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.web.access.Naming;
import org.plinth.web.access.Need;
import org.plinth.web.clinic.Role;

/**
 * Who may call what: the one list of routes. A route that does not stand here cannot be mounted, a line without a route
 * does not let the server start, and a request for what is not here finds nothing. What the parts of a path name stands in
 * {@link Naming}; whose that must be is decided by {@link org.plinth.web.access.AccessDecision}.
 */
public final class AccessTable {

    private static final String PHOTO = "/api/tests/:id/photo";

    /** Most bytes of a body with one photo of at most 8 MiB, or one file of at most 16 MiB to be taken in; the usual is much more. */
    private static final Map<String, Long> MOST_BYTES =
            Map.of(PHOTO, (8L << 20) + (64 << 10), "/imports", (16L << 20) + (64 << 10));

    private static final Set<Role> ALL = Set.of(Role.values());

    private static final List<Rule> HOUSE = List.of(
            // open to all
            open("GET", "/health"),
            open("GET", "/assets/:hash/*"),
            open("GET", "/about"),
            open("GET", "/login"),
            open("POST", "/login"),
            open("GET", "/setup"),
            open("POST", "/setup"),
            open("GET", "/api/openapi.json"),
            // running it: counters, which ask for this machine or a token themselves
            open("GET", "/metrics"),
            rule("GET", "/upkeep", OWNER),
            // anybody who is logged in
            rule("GET", "/", ALL),
            rule("POST", "/logout", ALL),
            rule("GET", "/formulas", ALL),
            rule("GET", "/formulas/:formula", ALL),
            // people
            rule("GET", "/people", OWNER),
            rule("POST", "/people", OWNER),
            // clinical pages
            rule("GET", "/worklist", ASSISTANT, CLINICIAN),
            rule("GET", "/patients", ASSISTANT, CLINICIAN),
            rule("GET", "/patients/new", ASSISTANT, CLINICIAN),
            rule("POST", "/patients/new", ASSISTANT, CLINICIAN),
            rule("GET", "/patients/:id", ASSISTANT, CLINICIAN),
            rule("GET", "/patients/:id/charts/:position/:kind", ASSISTANT, CLINICIAN, PATIENT),
            rule("POST", "/patients/:id/visits", ASSISTANT, CLINICIAN),
            rule("GET", "/visits/:id", ASSISTANT, CLINICIAN),
            rule("GET", "/visits/:id/visit.pdf", CLINICIAN),
            rule("GET", "/visits/:id/live", ASSISTANT, CLINICIAN),
            rule("GET", "/visits/:id/tests/:test/numbers/:formula", ASSISTANT, CLINICIAN),
            rule("GET", "/patients/:id/courses/:position/numbers/:formula", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/close", CLINICIAN),
            rule("POST", "/visits/:id/trials/:trial", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/tests/:test/trust", CLINICIAN),
            rule("GET", "/analyse", CLINICIAN),
            upload("POST", "/analyse", CLINICIAN),
            // a clinic's own positions; before the bundled ones, whose id could be read as "own"
            rule("GET", "/positions/own", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/positions/own/new", CLINICIAN, OWNER),
            rule("POST", "/positions/own/new", CLINICIAN, OWNER),
            rule("GET", "/positions/own/:id", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/positions/own/:id/edit", CLINICIAN, OWNER),
            rule("POST", "/positions/own/:id/edit", CLINICIAN, OWNER),
            rule("POST", "/positions/own/:id/retire", CLINICIAN, OWNER),
            rule("GET", "/api/positions", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("POST", "/api/positions", CLINICIAN, OWNER),
            rule("POST", "/api/positions/:id/versions", CLINICIAN, OWNER),
            // how positions are set up
            rule("GET", "/positions", ASSISTANT, CLINICIAN),
            rule("GET", "/positions/:id", ASSISTANT, CLINICIAN),
            rule("GET", "/positions/:id/:drawing", ASSISTANT, CLINICIAN),
            // the patient's page
            rule("GET", "/me", PATIENT),
            rule("GET", "/me/numbers/:formula", PATIENT),
            // exports
            rule("GET", "/exports", CLINICIAN, AUDITOR),
            rule("GET", "/api/export/results.csv", CLINICIAN, AUDITOR),
            rule("GET", "/api/export/readings.csv", CLINICIAN, AUDITOR), // without a raw record
            // clinical API
            rule("GET", "/api/sensors", ASSISTANT, CLINICIAN),
            rule("POST", "/api/patients", ASSISTANT, CLINICIAN),
            rule("POST", "/api/patients/:id/episodes", ASSISTANT, CLINICIAN),
            rule("POST", "/api/patients/:id/visits", ASSISTANT, CLINICIAN),
            rule("GET", "/api/visits/:id", ASSISTANT, CLINICIAN),
            rule("POST", "/api/visits/:id/squeeze", ASSISTANT, CLINICIAN),
            rule("POST", "/api/visits/:id/tests", ASSISTANT, CLINICIAN),
            rule("POST", "/api/visits/:id/close", CLINICIAN),
            rule("GET", "/api/tests/:id", ASSISTANT, CLINICIAN),
            rule("POST", "/api/tests/:id/connect", ASSISTANT, CLINICIAN),
            rule("POST", "/api/tests/:id/take-over", ASSISTANT, CLINICIAN),
            rule("POST", "/api/tests/:id/tare", ASSISTANT, CLINICIAN),
            rule("POST", "/api/tests/:id/recordings", ASSISTANT, CLINICIAN),
            rule("GET", "/api/recordings/:id/capture", CLINICIAN, AUDITOR),
            rule("POST", "/api/recordings/:id/stop", ASSISTANT, CLINICIAN),
            rule("POST", "/api/recordings/:id/swap", ASSISTANT, CLINICIAN),
            rule("POST", "/api/tests/:id/swap", ASSISTANT, CLINICIAN),
            rule("POST", "/api/trials/:id/decision", ASSISTANT, CLINICIAN),
            upload("POST", "/api/analyse", CLINICIAN),
            rule("GET", "/sensors", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/sensors/:id", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/sensors/:id/chart.svg", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/sensors/:id/check", ASSISTANT, CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/check", ASSISTANT, CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/bench", ASSISTANT, CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/release", ASSISTANT, CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/stand", ASSISTANT, CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/events", CLINICIAN, OWNER),
            rule("GET", "/sensors/:id/calibrate", CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/calibrate", CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/masses", CLINICIAN, OWNER),
            rule("GET", "/sensors/:id/runs/:run", CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/sensors/:id/runs/:run/residuals.svg", CLINICIAN, OWNER, AUDITOR),
            rule("POST", "/sensors/:id/runs/:run/points", CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/runs/:run/undo", CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/runs/:run/model", CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/runs/:run/accept", CLINICIAN, OWNER),
            rule("POST", "/sensors/:id/runs/:run/reject", CLINICIAN, OWNER),
            rule("GET", "/sensors/:id/calibrations/:calibration", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/sensors/:id/calibrations/:calibration/certificate.pdf", CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/sensors/:id/calibrations/:calibration/certificate.json", CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/sensors/:id/calibrations/:calibration/points.csv", CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/bench/:sensorId", ASSISTANT, CLINICIAN, OWNER),
            // versions, edits and privacy
            rule("GET", "/patients/:id/edit", ASSISTANT, CLINICIAN),
            rule("POST", "/patients/:id/edit", ASSISTANT, CLINICIAN),
            rule("GET", "/patients/:id/episodes/:episode/edit", CLINICIAN),
            rule("POST", "/patients/:id/episodes/:episode/edit", CLINICIAN),
            rule("POST", "/patients/:id/episodes/:episode/close", CLINICIAN),
            rule("POST", "/patients/:id/episodes/:episode/reopen", CLINICIAN),
            rule("GET", "/patients/:id/history", ASSISTANT, CLINICIAN),
            rule("GET", "/visits/:id/history", ASSISTANT, CLINICIAN),
            rule("GET", "/sensors/:id/runs/:run/history", CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/patients/:id/privacy", CLINICIAN),
            rule("POST", "/patients/:id/consents", CLINICIAN),
            rule("POST", "/patients/:id/erasure", CLINICIAN),
            rule("GET", "/patients/:id/everything.zip", CLINICIAN, PATIENT),
            rule("GET", "/erasures", CLINICIAN, OWNER),
            rule("POST", "/erasures/:id/confirm", CLINICIAN, OWNER),
            rule("POST", "/erasures/:id/cancel", CLINICIAN, OWNER),
            rule("GET", "/retention", CLINICIAN, OWNER),
            rule("POST", "/retention", OWNER),
            rule("POST", "/api/patients/:id/versions", ASSISTANT, CLINICIAN),
            rule("POST", "/api/patients/:id/episodes/:episode/versions", CLINICIAN),
            rule("POST", "/api/patients/:id/episodes/:episode/close", CLINICIAN),
            rule("POST", "/api/patients/:id/episodes/:episode/reopen", CLINICIAN),
            rule("GET", "/api/patients/:id/history", ASSISTANT, CLINICIAN),
            rule("GET", "/api/visits/:id/history", ASSISTANT, CLINICIAN),
            rule("GET", "/api/positions/:id/history", ASSISTANT, CLINICIAN, OWNER, AUDITOR),
            rule("GET", "/api/runs/:id/history", CLINICIAN, OWNER, AUDITOR),
            // a visit in one flow: a wrong side or patient put right, note, screening, plan, set-up of each leg, body
            // mass
            rule("POST", "/visits/:id/recordings/:recording/swap", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/tests/:test/move", CLINICIAN),
            rule("POST", "/visits/:id/tests/:test/move-back", CLINICIAN),
            rule("GET", "/visits/:id/note", ASSISTANT, CLINICIAN),
            rule("GET", "/api/visits/:id/plan", ASSISTANT, CLINICIAN),
            rule("POST", "/api/tests/:id/set-up", ASSISTANT, CLINICIAN),
            rule("POST", "/api/patients/:id/body-mass", ASSISTANT, CLINICIAN),
            rule("GET", "/api/visits/:id/screening", ASSISTANT, CLINICIAN),
            rule("POST", "/api/visits/:id/screening", ASSISTANT, CLINICIAN),
            // sockets
            rule("GET", "/live/:visitId", ASSISTANT, CLINICIAN),
            rule("GET", "/bridge", ASSISTANT, CLINICIAN),
            // the audit log
            rule("GET", "/audit", OWNER, AUDITOR),
            rule("GET", "/audit/export.zip", OWNER, AUDITOR),
            rule("GET", "/audit/key.pem", OWNER, AUDITOR),
            // signing in: the second step, the lock, one's own account, invitations
            rule("GET", "/login/code", ALL),
            rule("POST", "/login/code", ALL),
            rule("GET", "/lock", ALL),
            rule("POST", "/lock", ALL),
            rule("POST", "/lock/open", ALL),
            rule("POST", "/lock/seen", ALL),
            rule("GET", "/account", ALL),
            rule("POST", "/account/name", ALL),
            rule("POST", "/account/password", ALL),
            rule("POST", "/account/sessions", ALL),
            rule("GET", "/account/again", ALL),
            rule("POST", "/account/again", ALL),
            rule("GET", "/account/second-factor", ALL),
            rule("POST", "/account/second-factor", ALL),
            rule("POST", "/account/second-factor/confirm", ALL),
            open("GET", "/invitation"),
            open("POST", "/invitation"),
            rule("POST", "/people/rules", OWNER),
            rule("POST", "/people/phone", OWNER),
            rule("POST", "/people/:id", OWNER),
            rule("POST", "/invitations/:id", OWNER),
            rule("GET", "/patients/:id/account", CLINICIAN),
            rule("POST", "/patients/:id/account", CLINICIAN),
            // who may see a patient: team, shares, emergencies
            rule("GET", "/patients/:id/access", CLINICIAN, OWNER),
            rule("POST", "/patients/:id/access", CLINICIAN, OWNER),
            rule("POST", "/patients/:id/shares", CLINICIAN),
            rule("POST", "/patients/:id/shares/:share/end", CLINICIAN),
            rule("GET", "/emergency", CLINICIAN),
            rule("POST", "/emergency", CLINICIAN),
            rule("GET", "/patients/:id/emergency", CLINICIAN),
            rule("POST", "/patients/:id/emergency", CLINICIAN),
            rule("POST", "/patients/:id/emergency/end", CLINICIAN),
            rule("POST", "/alerts/:alert/read", ASSISTANT, CLINICIAN, OWNER),
            // single sign-on and passkeys
            open("GET", "/login/sso"),
            open("GET", "/login/sso/callback"),
            open("GET", "/login/sso/bye"),
            open("POST", "/login/passkey/options"),
            open("POST", "/login/passkey"),
            rule("GET", "/account/sign-in", ALL),
            rule("POST", "/account/sign-in/sso", ALL),
            rule("POST", "/account/sign-in/sso/link", ALL),
            rule("POST", "/account/sign-in/sso/:id/unlink", ALL),
            rule("POST", "/account/sign-in/passkeys/options", ALL),
            rule("POST", "/account/sign-in/passkeys", ALL),
            rule("POST", "/account/sign-in/passkeys/:id/remove", ALL),
            // at the plinth
            rule("GET", "/api/tests/:id/last", ASSISTANT, CLINICIAN),
            rule("GET", "/visits/:id/readings", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/readings", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/readings/withdraw", ASSISTANT, CLINICIAN),
            // who tests, apart from who is logged in
            rule("GET", "/account/pin", ASSISTANT, CLINICIAN),
            rule("POST", "/account/pin", ASSISTANT, CLINICIAN),
            rule("POST", "/account/pin/remove", ASSISTANT, CLINICIAN),
            // photos of how a leg was set up
            rule("GET", "/api/tests/:id/photo", ASSISTANT, CLINICIAN),
            upload("POST", PHOTO, ASSISTANT, CLINICIAN),
            rule("POST", "/api/tests/:id/photo/remove", ASSISTANT, CLINICIAN),
            rule("POST", "/api/patients/:id/photos/remove", ASSISTANT, CLINICIAN),
            rule("POST", "/patients/:id/photos/remove", CLINICIAN));

    private static final List<Rule> RULES = Stream.of(
                    HOUSE,
                    PlinthRules.ALL,
                    EpisodeRules.ALL,
                    ExportRules.ALL,
                    OutcomeRules.ALL,
                    FhirRules.ALL,
                    TokenRules.ALL,
                    ImportRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** Where a clinician reads what another clinic shared with hers. Nothing else of a patient's is open to a guest. */
    private static final Set<String> FOR_GUESTS = Set.of(
            "/patients/:id",
            "/patients/:id/charts/:position/:kind",
            "/patients/:id/courses/:position/numbers/:formula",
            "/visits/:id",
            "/visits/:id/visit.pdf",
            "/visits/:id/tests/:test/numbers/:formula",
            "/api/visits/:id",
            "/api/tests/:id");

    /** Where a restriction does not keep these out: no record is shown there. */
    private static final Map<String, Set<Role>> UNLOCKED = Map.of(
            "/patients/:id/emergency", Set.of(CLINICIAN),
            "/patients/:id/access", Set.of(OWNER),
            "/erasures/:id/confirm", Set.of(CLINICIAN, OWNER),
            "/erasures/:id/cancel", Set.of(CLINICIAN, OWNER));

    /**
     * Where it is said who may see a patient, where her own way in is handed out, and where all of her is taken away or erased:
     * whoever declared an emergency has no say in that, or an hour would last for ever.
     */
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

    /** What hands out rights, opens a restricted record or takes one away for good: an open screen is not enough for it. */
    private static final Set<String> PROVED = Set.of(
            "/account/second-factor/confirm",
            "/people",
            "/tokens",
            "/people/rules",
            "/people/:id",
            "/invitations/:id",
            "/patients/:id/account",
            "/patients/:id/access",
            "/patients/:id/shares",
            "/patients/:id/emergency",
            "/patients/:id/erasure",
            "/imports/:id/erase",
            "/erasures/:id/confirm");

    private AccessTable() {}

    /**
     * One route.
     *
     * @param method of HTTP
     * @param path with {@code :name} for what varies
     * @param roles that may; empty where it is open to all
     * @param upload whether it takes files
     */
    public record Rule(String method, String path, Set<Role> roles, boolean upload) {

        /** Whether it needs no login. */
        public boolean open() {
            return roles.isEmpty();
        }

        /**
         * What it needs of who calls it.
         *
         * @throws IllegalStateException if nobody knows what a part of the path names
         */
        public Need need() {
            boolean guests = method.equals("GET") && FOR_GUESTS.contains(path);
            return new Need(
                    path,
                    roles,
                    Naming.of(path),
                    guests,
                    UNLOCKED.getOrDefault(path, Set.of()),
                    !NOT_IN_EMERGENCY.contains(path));
        }

        /** Whether who calls must have shown a short while ago who she is. */
        boolean proved() {
            return method.equals("POST") && PROVED.contains(path);
        }

        /** Most bytes of a body. */
        long mostBytes(Limits limits) {
            return upload
                    ? Math.min(limits.uploadBytes(), MOST_BYTES.getOrDefault(path, Long.MAX_VALUE))
                    : limits.bodyBytes();
        }

        /** Whether programs call it: failures are JSON whatever they accept. */
        public boolean program() {
            return path.startsWith("/api/")
                    || path.startsWith("/live/")
                    || path.startsWith("/bench/")
                    || path.equals("/bridge")
                    || path.equals("/metrics")
                    || path.equals("/health");
        }
    }

    /** All of them. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The one for a route, if it may be mounted. */
    public static Optional<Rule> find(String method, String path) {
        return RULES.stream()
                .filter(rule -> rule.method().equals(method) && rule.path().equals(path))
                .findFirst();
    }

    static Rule open(String method, String path) {
        return new Rule(method, path, Set.of(), false);
    }

    static Rule rule(String method, String path, Role... roles) {
        return new Rule(method, path, Set.of(roles), false);
    }

    private static Rule rule(String method, String path, Set<Role> roles) {
        return new Rule(method, path, roles, false);
    }

    private static Rule upload(String method, String path, Role... roles) {
        return new Rule(method, path, Set.of(roles), true);
    }
}
