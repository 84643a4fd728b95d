package org.plinth.web.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** Every {@code …_version} table, read the same way. Labels that begin with {@code of_} say what a record is. */
final class SqlHistory implements HistoryStore {

    private static final String OF = "of_";

    /** What is no content: who, when and why stand apart, the rest names the row. */
    private static final Set<String> NOT_CONTENT = Set.of(
            "clinic_id",
            "version",
            "at",
            "author",
            "reason",
            "salt",
            "search_name",
            "author_name",
            "record_id",
            "patient_id",
            "episode_id",
            "entry_id",
            "visit_id",
            "recording_id",
            "trial_id",
            "result_id",
            "test_id",
            "own_position_id",
            "run_id");

    private final Transaction tx;

    SqlHistory(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public List<Version> of(Id<Clinic> clinic, Kind kind, Id<?> of) {
        return tx.list(sql(kind), row -> read(kind, row), clinic, of);
    }

    private static String sql(Kind kind) {
        return switch (kind) {
            case PATIENT -> sql("x.patient_id", "", "patient_version x", "x.patient_id = ?");
            case EPISODE ->
                sql("x.episode_id", "", "episode_version x JOIN episode e ON e.id = x.episode_id", "e.patient_id = ?");
            case ENTRY ->
                sql(
                        "x.entry_id",
                        ", n.kind AS of_kind, n.episode_id AS of_episode",
                        "episode_entry_version x JOIN episode_entry n ON n.id = x.entry_id",
                        "n.patient_id = ?");
            case VISIT -> sql("x.visit_id", "", "visit_version x", "x.visit_id = ?");
            case RECORDING ->
                sql(
                        "x.recording_id",
                        ", t.position_id AS of_position, h.side AS of_side, r.started_at AS of_at",
                        "recording_version x JOIN recording r ON r.id = x.recording_id"
                                + " JOIN recording_version h ON h.recording_id = r.id AND h.version = r.head_version"
                                + " JOIN position_test t ON t.id = r.test_id",
                        "r.visit_id = ?");
            case TRIAL ->
                sql(
                        "x.trial_id",
                        ", p.position_id AS of_position, h.side AS of_side, t.effort_number AS of_number,"
                                + " r.started_at AS of_at",
                        "trial_version x JOIN trial t ON t.id = x.trial_id JOIN recording r ON r.id = t.recording_id"
                                + " JOIN recording_version h ON h.recording_id = r.id AND h.version = r.head_version"
                                + " JOIN position_test p ON p.id = r.test_id",
                        "r.visit_id = ?");
            case RESULT ->
                sql(
                        "x.result_id",
                        ", t.position_id AS of_position, s.side AS of_side",
                        "result_version x JOIN result s ON s.id = x.result_id JOIN position_test t ON t.id = s.test_id",
                        "s.visit_id = ?");
            case SYMMETRY ->
                sql(
                        "x.test_id",
                        ", t.position_id AS of_position",
                        "symmetry_version x JOIN position_test t ON t.id = x.test_id",
                        "x.visit_id = ?");
            case OWN_POSITION -> sql("x.own_position_id", "", "own_position_version x", "x.own_position_id = ?");
            case CALIBRATION_RUN -> sql("x.run_id", "", "calibration_run_version x", "x.run_id = ?");
        };
    }

    private static String sql(String record, String about, String from, String where) {
        return "SELECT x.*, " + record + " AS record_id" + about + ", a.display_name AS author_name FROM " + from
                + " LEFT JOIN account a ON a.id = x.author AND a.clinic_id = x.clinic_id WHERE x.clinic_id = ? AND "
                + where + " ORDER BY record_id, x.version";
    }

    private static Version read(Kind kind, Found row) throws SQLException {
        Map<String, Object> about = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Object> column : row.all().entrySet()) {
            String label = column.getKey();
            if (label.startsWith(OF)) {
                about.put(label.substring(OF.length()), column.getValue());
            } else if (kind == Kind.ENTRY && label.equals("data")) {
                EntryValues.read(row.text(label)).forEach((field, value) -> fields.put(VALUE + field, value));
            } else if (!NOT_CONTENT.contains(label)) {
                fields.put(label, column.getValue());
            }
        }
        return new Version(
                kind,
                row.id("record_id").toString(),
                row.number("version"),
                row.instant("at"),
                row.id("author"),
                row.optionalText("author_name"),
                row.text("reason"),
                about,
                fields);
    }
}
