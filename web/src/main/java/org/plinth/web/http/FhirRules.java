package org.plinth.web.http;

import java.util.List;

/** Lines of the access table: the record as FHIR R4 resources. */
final class FhirRules {

    static final List<AccessTable.Rule> ALL = List.of();

    private FhirRules() {}
}
