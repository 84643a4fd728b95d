package org.plinth.web.fhir;

/**
 * Names that never change: whoever stored one of our resources knows it by them. Nobody owns a domain for them, so they stand under
 * {@code .invalid} (RFC 2606), which never resolves and says so (docs/decisions/0090).
 */
final class FhirNames {

    /** Beginning of every canonical address of ours. */
    static final String BASE = "https://plinth.invalid/fhir/";

    /** Our codes. */
    static final String CODES = BASE + "CodeSystem/plinth";

    /** Our profiles and extensions, before their id. */
    static final String PROFILE = BASE + "StructureDefinition/";

    /** Our value sets, before their id. */
    static final String VALUES = BASE + "ValueSet/";

    /** Our identifiers, before the kind of thing. */
    static final String IDENTIFIER = BASE + "sid/";

    /** The one measure that aggregates follow. */
    static final String MEASURE = BASE + "Measure/plinth-completeness";

    static final String UCUM = "http://unitsofmeasure.org";
    static final String SNOMED = "http://snomed.info/sct";
    static final String LOINC = "http://loinc.org";
    static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

    /** Everything that a program may ask for or an export holds. */
    static final String CONTENT_TYPE = "application/fhir+json";

    private FhirNames() {}
}
