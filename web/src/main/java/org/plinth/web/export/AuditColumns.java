package org.plinth.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.plinth.web.outcome.OutcomeRow;

/** All columns of the audit table, in order. */
final class AuditColumns {

    /** The last of the columns that every reader of such tables knows; what stands after it is Plinth's own. */
    static final String ABSENT = "data_absent_reason";

    private static final double WEEK = 7;
    private static final Map<String, Double> STEPS_IN_SHARED = Map.of("N", 1.0, "N.m", 1.0, "N/kg", 0.01, "%", 0.1);
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

    /**
     * Times in whole weeks, values as coarse as they are read, other keys: laid beside the internal form it does not join line by line by
     * itself. Who holds the clinic's records can still guess.
     */
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
        Double step = STEPS_IN_SHARED.get(column.unit());
        return step == null ? column : with(column, row -> rounded(column.cell().apply(row), step));
    }

    private static AuditColumn with(AuditColumn column, Function<OutcomeRow, AuditDatum> cell) {
        return new AuditColumn(column.name(), column.kind(), column.unit(), column.choices(), cell);
    }

    private static AuditDatum rounded(AuditDatum datum, double step) {
        if (datum.isAbsent()) {
            return datum;
        }
        Object value = datum.value().orElseThrow();
        if (value instanceof Integer whole) {
            return AuditDatum.of((Object) (int) (Math.round(whole / step) * step));
        }
        return AuditDatum.of((Object) (Math.round((Double) value / step) / (1 / step)));
    }
}
