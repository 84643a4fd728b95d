package org.plinth.web.http;

import static org.plinth.web.clinic.Role.ASSISTANT;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.clinic.Role.PATIENT;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;

/** Lines of the access table: papers of an episode. */
final class PaperRules {

    private static final String EPISODE = "/patients/:id/episodes/:episode";

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", EPISODE + "/report", CLINICIAN),
            rule("POST", EPISODE + "/report", CLINICIAN),
            rule("GET", EPISODE + "/report.pdf", CLINICIAN),
            rule("GET", EPISODE + "/report/charts/:position/:kind", CLINICIAN),
            rule("GET", EPISODE + "/take-home", ASSISTANT, CLINICIAN),
            rule("POST", EPISODE + "/take-home", ASSISTANT, CLINICIAN),
            rule("GET", EPISODE + "/take-home.pdf", ASSISTANT, CLINICIAN),
            // her own, of closed visits alone
            rule("GET", "/me/report.pdf", PATIENT));

    private PaperRules() {}
}
