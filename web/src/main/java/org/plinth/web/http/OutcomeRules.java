package org.plinth.web.http;

import static org.plinth.web.clinic.Role.AUDITOR;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.clinic.Role.OWNER;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;

/** Lines of the access table: the clinic's outcomes as figures. */
final class OutcomeRules {

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", "/outcomes", AUDITOR, CLINICIAN, OWNER),
            rule("GET", "/outcomes/charts/:kind", AUDITOR, CLINICIAN, OWNER));

    private OutcomeRules() {}
}
