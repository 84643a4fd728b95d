package org.plinth.web.http;

import static org.plinth.web.clinic.Role.AUDITOR;
import static org.plinth.web.clinic.Role.CLINICIAN;
import static org.plinth.web.http.AccessTable.rule;

import java.util.List;

/** Lines of the access table: the record as FHIR R4 resources, with names for clinicians and without for auditors. */
final class FhirRules {

    static final List<AccessTable.Rule> ALL = List.of(
            rule("GET", "/fhir/metadata", CLINICIAN, AUDITOR),
            rule("GET", "/fhir/Patient/:id/$everything", CLINICIAN, AUDITOR),
            rule("GET", "/fhir/:type", CLINICIAN, AUDITOR),
            rule("GET", "/fhir/:type/:id", CLINICIAN, AUDITOR));

    private FhirRules() {}
}
