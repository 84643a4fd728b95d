package org.plinth.web.http;

import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.clinic.Role.OWNER;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;
import java.util.Set;

/** Lines of the access table: what comes in from other programs. Whose a value is, is a clinician's to say. */
final class ImportRules {

    private static final String IMPORT = "/imports/:id";

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", "/imports", CLINICIAN, OWNER),
            new AccessTable.Rule("POST", "/imports", Set.of(CLINICIAN, OWNER), true),
            rule("GET", "/imports/templates/:kind", CLINICIAN, OWNER),
            rule("GET", "/imports/tray", CLINICIAN),
            rule("GET", IMPORT, CLINICIAN, OWNER),
            rule("POST", IMPORT + "/answers", CLINICIAN, OWNER),
            rule("GET", IMPORT + "/left-out.csv", CLINICIAN, OWNER),
            rule("POST", IMPORT + "/confirm", CLINICIAN, OWNER),
            rule("POST", IMPORT + "/drop", CLINICIAN, OWNER),
            rule("POST", IMPORT + "/undo", CLINICIAN, OWNER),
            rule("POST", IMPORT + "/erase", CLINICIAN, OWNER),
            rule("GET", IMPORT + "/items/:number", CLINICIAN),
            rule("POST", IMPORT + "/items/:number", CLINICIAN),
            rule("POST", IMPORT + "/items/:number/back", CLINICIAN),
            rule("POST", IMPORT + "/items/:number/discard", CLINICIAN),
            rule("GET", IMPORT + "/items/:number/curve.csv", CLINICIAN));

    private ImportRules() {}
}
