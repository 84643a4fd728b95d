package org.plinth.web.http;

import static org.plinth.web.clinic.Role.AUDITOR;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;

/** Lines of the access table: files about a whole clinic, and how far one that is being made is. */
final class ExportRules {

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", "/exports/jobs", CLINICIAN, AUDITOR),
            rule("POST", "/exports/jobs", CLINICIAN, AUDITOR),
            rule("POST", "/exports/jobs/:job/stop", CLINICIAN, AUDITOR),
            rule("GET", "/exports/jobs/:job/export.zip", CLINICIAN, AUDITOR));

    private ExportRules() {}
}
