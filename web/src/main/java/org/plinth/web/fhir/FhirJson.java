package org.plinth.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.r4.model.Resource;

/** Resources as JSON. Costly to make: one for the whole process, made when it is first needed. Any thread. */
final class FhirJson {

    private final FhirContext context = FhirContext.forR4();

    /** On one line. */
    String line(Resource resource) {
        return parser().encodeResourceToString(resource);
    }

    private IParser parser() {
        return context.newJsonParser().setStripVersionsFromReferences(false).setPrettyPrint(false);
    }
}
