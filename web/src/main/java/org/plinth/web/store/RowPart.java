package org.plinth.web.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rows of one table are told from what the audit chain keeps of them.
 *
 * @param table which
 * @param select all of it
 * @param kind of the subject whose rows of the chain speak of it
 * @param key columns that name a row
 * @param marks fields of the chain's content that only this table's content has together
 * @param personal columns that the chain has as a salted hash
 * @param renamed fields of the chain that are called otherwise there, by name
 * @param whole whether a column that the chain's content does not name is NULL
 */
record RowPart(
        String table,
        String select,
        String kind,
        List<String> key,
        Set<String> marks,
        Set<String> personal,
        Map<String, String> renamed,
        boolean whole) {

    private static final String VERSION = "version";
    private static final String PATIENT = "patient";

    /** All tables that can be rebuilt; {@code measurement} and {@code audit_words} are compared by a hash of their own. */
    static final List<RowPart> ALL = List.of(
            of("patient_version", "SELECT * FROM patient_version", PATIENT, List.of("patient_id", VERSION))
                    .marked("patient_id", VERSION, "personal_sha256")
                    .hidden("given_name", "family_name", "search_name", "birth_date", "body_mass_kg", "body_mass_on"),
            of("episode", "SELECT * FROM episode", "episode", List.of("id")).marked("id", "patient_id"),
            of("episode_version", "SELECT * FROM episode_version", "episode", List.of("episode_id", VERSION))
                    .marked("episode_id", "involvement")
                    .hidden("problem", "close_reason"),
            of("episode_entry", "SELECT * FROM episode_entry", "episode_entry", List.of("id"))
                    .marked("id", "episode_id", "kind"),
            of(
                            "episode_entry_version",
                            "SELECT * FROM episode_entry_version",
                            "episode_entry",
                            List.of("entry_id", VERSION))
                    .marked("entry_id", "on_date")
                    .hidden("data"),
            of("visit", "SELECT * FROM visit", "visit", List.of("id")).marked("id", "visit_date"),
            of("visit_version", "SELECT * FROM visit_version", "visit", List.of("visit_id", VERSION))
                    .marked("visit_id", "closed"),
            of("position_test", "SELECT * FROM position_test", "test", List.of("id"))
                    .marked("id", "first_side"),
            of("test_trust", "SELECT * FROM test_trust", "test", List.of("id")).marked("id", "trusted", "test_id"),
            of("recording", "SELECT * FROM recording", "recording", List.of("id"))
                    .marked("id", "driver_id"),
            of("recording_version", "SELECT * FROM recording_version", "recording", List.of("recording_id", VERSION))
                    .marked("recording_id", "side"),
            of("trial", "SELECT * FROM trial", "trial", List.of("id")).marked("id", "effort_number"),
            of("trial_version", "SELECT * FROM trial_version", "trial", List.of("trial_id", VERSION))
                    .marked("trial_id", "state")
                    .hidden("exclusion_reason"),
            of("trial_analysis", "SELECT * FROM trial_analysis", "trial", List.of("trial_id", "analysis"))
                    .marked("trial_id", "analysis", "onset_us"),
            of("result_version", "SELECT * FROM result_version", "result", List.of("result_id", VERSION))
                    .marked("result_id", "withdrawn")
                    .entire(),
            of("symmetry_version", "SELECT * FROM symmetry_version", "symmetry", List.of("test_id", VERSION))
                    .marked("test_id", "engine_version")
                    .entire(),
            of("consent", "SELECT * FROM consent", PATIENT, List.of("id"))
                    .marked("id", "said_on")
                    .hidden("guardian"),
            of("erasure_step", "SELECT * FROM erasure_step", PATIENT, List.of("patient_id", "number"))
                    .marked("step", "ground"),
            of(
                            "patient_access_version",
                            "SELECT * FROM patient_access_version",
                            PATIENT,
                            List.of("patient_id", VERSION))
                    .marked(VERSION, "restricted", "team")
                    .named(Map.of("access_version", VERSION)),
            of("patient_share", "SELECT * FROM patient_share", PATIENT, List.of("id"))
                    .marked("id", "consent_on")
                    .named(Map.of("share", "id")),
            of("emergency", "SELECT * FROM emergency", PATIENT, List.of("id"))
                    .marked("id", "ground", "ends_at")
                    .named(Map.of("emergency", "id")),
            of("account", "SELECT * FROM account", "account", List.of("id")).marked("id", "role", "disabled"));

    private static RowPart of(String table, String select, String kind, List<String> key) {
        return new RowPart(table, select, kind, key, Set.of(), Set.of(), Map.of(), false);
    }

    private RowPart marked(String... fields) {
        return new RowPart(table, select, kind, key, Set.of(fields), personal, renamed, whole);
    }

    private RowPart hidden(String... columns) {
        return new RowPart(table, select, kind, key, marks, Set.of(columns), renamed, whole);
    }

    private RowPart named(Map<String, String> others) {
        return new RowPart(table, select, kind, key, marks, personal, others, whole);
    }

    private RowPart entire() {
        return new RowPart(table, select, kind, key, marks, personal, renamed, true);
    }
}
