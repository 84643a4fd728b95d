package org.plinth.web.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plinth.core.audit.Generalisation;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.outcome.OutcomeRow;

/**
 * The audit table of one export: its rows are made when they are asked for, again for each file, so that only what they are made from
 * is held.
 */
final class AuditTable {

    /** Laid beside those of the injured leg, such a column says which leg that is. */
    private static final Pattern OF_A_LEG = Pattern.compile(".*_(left|right)(_.*)?");

    private final List<AuditColumn> columns;
    private final List<OutcomeRow> rows;
    private final Optional<Generalisation.Outcome> shared;
    private final Map<String, Integer> generalised = new HashMap<>();
    private final boolean legsWithheld;

    private AuditTable(List<AuditColumn> columns, List<OutcomeRow> rows, Optional<Generalisation.Outcome> shared) {
        this.columns = columns;
        this.rows = rows;
        this.shared = shared;
        for (int i = 0; i < AuditIdentifiers.COLUMNS.size(); i++) {
            generalised.put(AuditIdentifiers.COLUMNS.get(i).name(), i);
        }
        Integer side = generalised.getOrDefault(AuditIdentifiers.SIDE, 0);
        this.legsWithheld =
                shared.filter(outcome -> outcome.levels().get(side) > 0).isPresent();
    }

    /** For named people: every row as it is. */
    static AuditTable internal(List<AuditColumn> columns, List<OutcomeRow> rows) {
        return new AuditTable(columns, rows, Optional.empty());
    }

    /** For others: so coarse that every row that stays looks like those of {@code k} people. */
    static AuditTable shared(List<AuditColumn> columns, List<OutcomeRow> rows, int k) {
        Map<Id<Patient>, Integer> people = new HashMap<>();
        List<Generalisation.Row> identifying = rows.stream()
                .map(row -> new Generalisation.Row(
                        people.computeIfAbsent(row.of().patient().id(), id -> people.size()),
                        AuditIdentifiers.COLUMNS.stream()
                                .map(identifier -> columns.stream()
                                        .filter(column -> column.name().equals(identifier.name()))
                                        .findFirst()
                                        .orElseThrow()
                                        .cell()
                                        .apply(row)
                                        .text())
                                .toList()))
                .toList();
        return new AuditTable(columns, rows, Optional.of(Generalisation.of(AuditIdentifiers.COLUMNS, identifying, k)));
    }

    List<AuditColumn> columns() {
        return columns;
    }

    /** What was made coarser; empty for the internal form. */
    Optional<Generalisation.Outcome> generalisation() {
        return shared;
    }

    /** How many rows there were before any was left out. */
    int rowsMade() {
        return rows.size();
    }

    /** How many rows there are. */
    int size() {
        return shared.map(Generalisation.Outcome::rowsKept).orElse(rows.size());
    }

    /** Every row, its cells in the order of the columns. */
    void forEach(Consumer<List<AuditDatum>> each) {
        for (int i = 0; i < rows.size(); i++) {
            int at = i;
            if (shared.map(outcome -> outcome.kept().get(at)).orElse(true)) {
                each.accept(cells(at));
            }
        }
    }

    private List<AuditDatum> cells(int at) {
        List<AuditDatum> cells = new ArrayList<>(columns.size());
        int absentAt = -1;
        for (AuditColumn column : columns) {
            if (column.name().equals(AuditColumns.ABSENT)) {
                absentAt = cells.size();
            }
            cells.add(cell(column, at));
        }
        cells.set(absentAt, absent(cells));
        return cells;
    }

    /** Where nothing is left of a column, its empty cells do not say why they were empty before either. */
    private AuditDatum cell(AuditColumn column, int at) {
        if (legsWithheld && OF_A_LEG.matcher(column.name()).matches()) {
            return AuditDatum.no(AuditDatum.WITHHELD);
        }
        AuditDatum datum = column.cell().apply(rows.get(at));
        Integer identifier = generalised.get(column.name());
        if (shared.isEmpty() || identifier == null) {
            return datum;
        }
        String told = shared.get().values().get(at).get(identifier);
        if (told.equals(AuditIdentifiers.ANY)) {
            return AuditDatum.no(AuditDatum.GENERALISED);
        }
        return told.equals(datum.text()) ? datum : AuditDatum.of(told);
    }

    private AuditDatum absent(List<AuditDatum> cells) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isAbsent()) {
                reasons.add(columns.get(i).name() + "=" + cells.get(i).absent());
            }
        }
        return AuditDatum.of(reasons.isEmpty() ? "NONE" : reasons.stream().collect(Collectors.joining(" ")));
    }
}
