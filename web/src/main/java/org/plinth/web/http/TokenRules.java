package org.plinth.web.http;

import static org.plinth.web.clinic.Role.ASSISTANT;
import static org.plinth.web.clinic.Role.AUDITOR;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.clinic.Role.OWNER;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;

/** Lines of the access table: tokens by which programs read, and what they read. */
final class TokenRules {

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", "/tokens", CLINICIAN, OWNER),
            rule("POST", "/tokens", CLINICIAN, OWNER),
            rule("POST", "/tokens/:id/revoke", CLINICIAN, OWNER),
            // who reads, and in which clinic
            rule("GET", "/api/clinic", ASSISTANT, AUDITOR, CLINICIAN, OWNER),
            // by pseudonym and without dates
            rule("GET", "/api/series", AUDITOR, CLINICIAN, OWNER),
            // with names and dates
            rule("GET", "/api/patients", CLINICIAN),
            rule("GET", "/api/patients/:id/series", CLINICIAN),
            rule("GET", "/api/patients/:id/scores", CLINICIAN),
            rule("GET", "/api/recordings", AUDITOR, CLINICIAN),
            rule("GET", "/api/recordings/:id/curve", AUDITOR, CLINICIAN));

    private TokenRules() {}
}
