package org.plinth.web.clinic;

import java.util.Arrays;
import java.util.Optional;

/** What a token of the API opens; never more than its maker may herself. */
public enum TokenScope {
    /** Results and their courses, by pseudonym and without dates. */
    RESULTS_READ("results:read"),
    /** The same with names and dates, of whom the maker may see. */
    RESULTS_READ_NAMED("results:read:named"),
    /** Recordings: list, curve and what the sensor sent. */
    RAW_READ("raw:read"),
    /** Files, as the maker takes them. */
    EXPORTS_RUN("exports:run"),
    /** FHIR resources. */
    FHIR_READ("fhir:read"),
    /** The audit log as a file. */
    AUDIT_READ("audit:read");

    private final String word;

    TokenScope(String word) {
        this.word = word;
    }

    /** As programs and standards write it. */
    public String word() {
        return word;
    }

    /** The one that is written so. */
    public static Optional<TokenScope> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
