package org.plinth.web.http;

import static org.plinth.web.clinic.Role.ASSISTANT;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.http.AccessTable.open;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;

/** Lines of the access table: who tests, and the patient's second screen. */
final class PlinthRules {

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", "/visits/:id/tester", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/tester", ASSISTANT, CLINICIAN),
            // the second screen: opened at the plinth; its link can do three things, and needs no login
            rule("GET", "/visits/:id/pad", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/pad", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/pad/ask", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/pad/hold", ASSISTANT, CLINICIAN),
            rule("POST", "/visits/:id/pad/end", ASSISTANT, CLINICIAN),
            open("GET", "/pad"),
            open("POST", "/pad"),
            open("POST", "/pad/answer"));

    private PlinthRules() {}
}
