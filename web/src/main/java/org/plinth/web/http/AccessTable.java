package org.plinth.web.http;

import static org.plinth.web.clinic.Role.ADMINISTRATOR;
import static org.plinth.web.clinic.Role.AUDITOR;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.clinic.Role.PATIENT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Role;

/**
 * Who may call what: the one list of routes. A route that does not stand here cannot be mounted, and a request for it
 * finds nothing. A patient's id in a path as {@code :id} of {@code /patients} must be her own when a patient asks.
 */
public final class AccessTable {

    private static final Set<Role> ALL = Set.of(Role.values());

    private static final List<Rule> RULES = List.of(
            // open to all
            open("GET", "/health"),
            open("GET", "/assets/:hash/*"),
            open("GET", "/about"),
            open("GET", "/login"),
            open("POST", "/login"),
            open("GET", "/setup"),
            open("POST", "/setup"),
            open("GET", "/api/openapi.json"),
            // anybody who is logged in
            rule("GET", "/", ALL),
            rule("POST", "/logout", ALL),
            rule("GET", "/formulas", ALL),
            rule("GET", "/formulas/:formula", ALL),
            // people
            rule("GET", "/people", ADMINISTRATOR),
            rule("POST", "/people", ADMINISTRATOR),
            // clinical pages
            rule("GET", "/worklist", CLINICIAN),
            rule("GET", "/patients", CLINICIAN),
            rule("GET", "/patients/new", CLINICIAN),
            rule("POST", "/patients/new", CLINICIAN),
            rule("GET", "/patients/:id", CLINICIAN),
            rule("GET", "/patients/:id/charts/:position/:kind", CLINICIAN, PATIENT),
            rule("POST", "/patients/:id/visits", CLINICIAN),
            rule("GET", "/visits/:id", CLINICIAN),
            rule("GET", "/visits/:id/visit.pdf", CLINICIAN),
            rule("GET", "/visits/:id/live", CLINICIAN),
            rule("GET", "/visits/:id/tests/:test/numbers/:formula", CLINICIAN),
            rule("GET", "/patients/:id/courses/:position/numbers/:formula", CLINICIAN),
            rule("POST", "/visits/:id/close", CLINICIAN),
            rule("POST", "/visits/:id/trials/:trial", CLINICIAN),
            rule("POST", "/visits/:id/tests/:test/trust", CLINICIAN),
            rule("GET", "/analyse", CLINICIAN),
            upload("POST", "/analyse", CLINICIAN),
            // a clinic's own positions; before the bundled ones, whose id could be read as "own"
            rule("GET", "/positions/own", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/positions/own/new", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/positions/own/new", CLINICIAN, ADMINISTRATOR),
            rule("GET", "/positions/own/:id", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/positions/own/:id/edit", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/positions/own/:id/edit", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/positions/own/:id/retire", CLINICIAN, ADMINISTRATOR),
            rule("GET", "/api/positions", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("POST", "/api/positions", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/api/positions/:id/versions", CLINICIAN, ADMINISTRATOR),
            // how positions are set up
            rule("GET", "/positions", CLINICIAN),
            rule("GET", "/positions/:id", CLINICIAN),
            rule("GET", "/positions/:id/:drawing", CLINICIAN),
            // the patient's page
            rule("GET", "/me", PATIENT),
            rule("GET", "/me/numbers/:formula", PATIENT),
            // exports
            rule("GET", "/exports", CLINICIAN, AUDITOR),
            rule("GET", "/api/export/results.csv", CLINICIAN, AUDITOR),
            // clinical API
            rule("GET", "/api/sensors", CLINICIAN),
            rule("POST", "/api/patients", CLINICIAN),
            rule("POST", "/api/patients/:id/episodes", CLINICIAN),
            rule("POST", "/api/patients/:id/visits", CLINICIAN),
            rule("GET", "/api/visits/:id", CLINICIAN),
            rule("POST", "/api/visits/:id/squeeze", CLINICIAN),
            rule("POST", "/api/visits/:id/tests", CLINICIAN),
            rule("POST", "/api/visits/:id/close", CLINICIAN),
            rule("GET", "/api/tests/:id", CLINICIAN),
            rule("POST", "/api/tests/:id/connect", CLINICIAN),
            rule("POST", "/api/tests/:id/take-over", CLINICIAN),
            rule("POST", "/api/tests/:id/tare", CLINICIAN),
            rule("POST", "/api/tests/:id/recordings", CLINICIAN),
            rule("GET", "/api/recordings/:id/capture", ADMINISTRATOR, CLINICIAN, AUDITOR),
            rule("POST", "/api/recordings/:id/stop", CLINICIAN),
            rule("POST", "/api/recordings/:id/swap", CLINICIAN),
            rule("POST", "/api/trials/:id/decision", CLINICIAN),
            upload("POST", "/api/analyse", CLINICIAN),
            rule("GET", "/sensors", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/sensors/:id", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/sensors/:id/chart.svg", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/sensors/:id/check", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/check", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/bench", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/release", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/stand", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/events", CLINICIAN, ADMINISTRATOR),
            rule("GET", "/sensors/:id/calibrate", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/calibrate", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/masses", CLINICIAN, ADMINISTRATOR),
            rule("GET", "/sensors/:id/runs/:run", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/sensors/:id/runs/:run/residuals.svg", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("POST", "/sensors/:id/runs/:run/points", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/runs/:run/undo", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/runs/:run/model", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/runs/:run/accept", CLINICIAN, ADMINISTRATOR),
            rule("POST", "/sensors/:id/runs/:run/reject", CLINICIAN, ADMINISTRATOR),
            rule("GET", "/sensors/:id/calibrations/:calibration", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/sensors/:id/calibrations/:calibration/certificate.pdf", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/sensors/:id/calibrations/:calibration/certificate.json", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/sensors/:id/calibrations/:calibration/points.csv", CLINICIAN, ADMINISTRATOR, AUDITOR),
            rule("GET", "/bench/:sensorId", CLINICIAN, ADMINISTRATOR),
            rule("GET", "/live/:visitId", CLINICIAN),
            rule("GET", "/bridge", CLINICIAN));

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

        /** Whether programs call it: failures are JSON whatever they accept. */
        public boolean program() {
            return path.startsWith("/api/")
                    || path.startsWith("/live/")
                    || path.startsWith("/bench/")
                    || path.equals("/bridge")
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

    private static Rule open(String method, String path) {
        return new Rule(method, path, Set.of(), false);
    }

    private static Rule rule(String method, String path, Role... roles) {
        return new Rule(method, path, Set.of(roles), false);
    }

    private static Rule rule(String method, String path, Set<Role> roles) {
        return new Rule(method, path, roles, false);
    }

    private static Rule upload(String method, String path, Role... roles) {
        return new Rule(method, path, Set.of(roles), true);
    }
}
