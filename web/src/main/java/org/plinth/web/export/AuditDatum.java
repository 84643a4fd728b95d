package org.plinth.web.export;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A cell of the audit table: a value, or the reason why there is none. Never 0 for what is not known.
 *
 * @param value text, Integer or Double
 * @param absent code of the reason; empty text where there is a value
 */
record AuditDatum(Optional<Object> value, String absent) {

    /** Nobody asks for it here. */
    static final String NOT_RECORDED = "NOT_RECORDED";

    /** It could have been noted and was not, near this day. */
    static final String NOT_NOTED = "NOT_NOTED";

    /** Only a lower bound is known. */
    static final String ONLY_AT_LEAST = "ONLY_AT_LEAST";

    /** It is known and is kept back. */
    static final String WITHHELD = "WITHHELD";

    /** It was made coarser until nothing was left of it. */
    static final String GENERALISED = "GENERALISED";

    /** Both legs are injured: there is no other. */
    static final String BILATERAL = "BILATERAL";

    /** A new baseline began between the tests: they are not compared. */
    static final String NEW_BASELINE = "NEW_BASELINE";

    /** That side has no result. */
    static final String MISSING_SIDE = "MISSING_SIDE";

    static AuditDatum of(Object value) {
        return new AuditDatum(Optional.of(value), "");
    }

    static AuditDatum no(String reason) {
        return new AuditDatum(Optional.empty(), reason);
    }

    static AuditDatum yes(boolean value) {
        return of(value ? "Y" : "N");
    }

    static AuditDatum of(Optional<?> value, String otherwise) {
        return value.isPresent() ? of((Object) value.get()) : no(otherwise);
    }

    static AuditDatum of(OptionalDouble value, String otherwise) {
        return value.isPresent() ? of((Object) value.getAsDouble()) : no(otherwise);
    }

    static AuditDatum of(OptionalInt value, String otherwise) {
        return value.isPresent() ? of((Object) value.getAsInt()) : no(otherwise);
    }

    boolean isAbsent() {
        return value.isEmpty();
    }

    /** As a CSV file has it; empty where there is none. */
    String text() {
        return value.map(known -> known instanceof Double number ? ResultColumns.number(number) : known.toString())
                .orElse("");
    }
}
