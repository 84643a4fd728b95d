package org.plinth.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.plinth.web.outcome.OutcomeRow;

/** All columns of the audit table, in order. */
final class AuditColumns {

    /** The last of the columns that every reader of such tables knows; what stands after it is Plinth's own. */
    static final String ABSENT = "data_absent_reason";

    private static final int WEEK = 7;
    private static final Set<String> WITHHELD_IN_SHARED = Set.of("sessions_n", "patient_key", "practitioner_key");
    private static final Set<String> WHOLE_WEEKS_IN_SHARED = Set.of("days_from_baseline", "days_to_lsi90");

    private AuditColumns() {}

    /** Of this form; {@link #ABSENT} is filled in by the table, from all of a row's cells. */
    static List<AuditColumn> of(AuditForm form, Pseudonyms pseudonyms, boolean withPractitioner) {
        List<AuditColumn> all = new ArrayList<>(AuditCaseColumns.of(pseudonyms, withPractitioner));
        all.addAll(AuditTestColumns.setUp());
        all.addAll(AuditTestColumns.strength());
        all.add(AuditScoreColumns.dayAfter());
        all.addAll(AuditTestColumns.symmetry());
        all.addAll(AuditScoreColumns.scores());
        all.add(AuditColumn.text(ABSENT, row -> AuditDatum.of("")));
        all.addAll(AuditScoreColumns.behind(pseudonyms));
        all.addAll(AuditScoreColumns.behindSymmetry());
        return form == AuditForm.INTERNAL
                ? List.copyOf(all)
                : all.stream().map(column -> shared(column, pseudonyms)).toList();
    }

    /** Times in whole weeks, forces in whole newtons, other keys: what lies beside it cannot be laid on it line by line. */
    private static AuditColumn shared(AuditColumn column, Pseudonyms pseudonyms) {
        if (WITHHELD_IN_SHARED.contains(column.name())) {
            return with(column, row -> AuditDatum.no(AuditDatum.WITHHELD));
        }
        if (column.name().equals("episode_key")) {
            return with(
                    column,
                    row -> AuditDatum.of(pseudonyms.of("X", row.of().episode().id())));
        }
        if (WHOLE_WEEKS_IN_SHARED.contains(column.name())) {
            return with(column, row -> rounded(column.cell().apply(row), WEEK));
        }
        if (column.unit().equals("N")) {
            return with(column, row -> rounded(column.cell().apply(row), 1));
        }
        return column;
    }

    private static AuditColumn with(AuditColumn column, Function<OutcomeRow, AuditDatum> cell) {
        return new AuditColumn(column.name(), column.kind(), column.unit(), column.choices(), cell);
    }

    private static AuditDatum rounded(AuditDatum datum, int to) {
        if (datum.isAbsent()) {
            return datum;
        }
        Object value = datum.value().orElseThrow();
        if (value instanceof Integer whole) {
            return AuditDatum.of((Object) (Math.round(whole / (float) to) * to));
        }
        return AuditDatum.of((Object) (double) (Math.round((Double) value / to) * to));
    }
}
