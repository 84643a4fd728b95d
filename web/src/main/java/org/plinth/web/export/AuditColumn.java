package org.plinth.web.export;

import java.util.List;
import java.util.function.Function;
import org.plinth.web.outcome.OutcomeRow;

/**
 * A column of the audit table. The catalogue has its label under {@code outcome.column.<name>} and its meaning under {@code
 * outcome.meaning.<name>}; of its choices the labels stand under {@code outcome.value.<choice>}.
 *
 * @param name in every file
 * @param kind what its values are
 * @param unit in words of UCUM; empty for a bare number or text
 * @param choices in order; empty where it has none
 * @param cell of a row
 */
record AuditColumn(String name, Kind kind, String unit, List<String> choices, Function<OutcomeRow, AuditDatum> cell) {

    /** What values are. */
    enum Kind {
        /** Words that are not looked at one by one. */
        TEXT,
        /** One of a list. */
        CHOICE,
        /** A whole number. */
        WHOLE,
        /** A number. */
        NUMBER
    }

    static AuditColumn text(String name, Function<OutcomeRow, AuditDatum> cell) {
        return new AuditColumn(name, Kind.TEXT, "", List.of(), cell);
    }

    static AuditColumn choice(String name, List<String> choices, Function<OutcomeRow, AuditDatum> cell) {
        return new AuditColumn(name, Kind.CHOICE, "", List.copyOf(choices), cell);
    }

    static AuditColumn yesNo(String name, Function<OutcomeRow, AuditDatum> cell) {
        return choice(name, List.of("Y", "N"), cell);
    }

    static AuditColumn whole(String name, String unit, Function<OutcomeRow, AuditDatum> cell) {
        return new AuditColumn(name, Kind.WHOLE, unit, List.of(), cell);
    }

    static AuditColumn number(String name, String unit, Function<OutcomeRow, AuditDatum> cell) {
        return new AuditColumn(name, Kind.NUMBER, unit, List.of(), cell);
    }
}
