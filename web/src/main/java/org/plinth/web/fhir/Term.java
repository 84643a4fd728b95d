package org.plinth.web.fhir;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the terminology table.
 *
 * @param local our own name for it, which counts; foreign codes only stand beside it
 * @param system whose code
 * @param code in that system; empty where none was found that could be verified
 * @param display as that system has it
 * @param verifiedOn when the code was looked up; empty for our own
 * @param verifiedAgainst where
 * @param edition of the system
 * @param tag {@code V} for verified; anything else is never sent
 */
record Term(
        String local,
        String system,
        String code,
        String display,
        Optional<LocalDate> verifiedOn,
        String verifiedAgainst,
        String edition,
        String tag) {

    /** Of these a code without the day on which it was verified must not leave the house. */
    private static final Set<String> LOOKED_UP = Set.of(FhirNames.SNOMED, FhirNames.LOINC, FhirNames.ICD_10_CM);

    /** Whether it may stand in a resource. */
    boolean mayBeSent() {
        return tag.equals("V") && !code.isEmpty() && (verifiedOn.isPresent() || !LOOKED_UP.contains(system));
    }
}
