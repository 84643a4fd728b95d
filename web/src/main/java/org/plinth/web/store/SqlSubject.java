package org.plinth.web.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/**
 * Every table that can hold something about a patient, and how a row of it is known to be hers. A whole file ({@code import_file})
 * is in no answer about one patient: it holds the rows of others.
 */
final class SqlSubject implements SubjectStore {

    private static final Set<String> SECRET = Set.of(
            "password_hash",
            "token_hash",
            "sealed_secret",
            "code_hash",
            "public_key",
            "credential_id",
            "sealed_image",
            "content",
            "login_key");
    private static final String EPISODES = " IN (SELECT id FROM episode WHERE patient_id = ?)";
    private static final String ENTRIES = " IN (SELECT id FROM episode_entry WHERE patient_id = ?)";
    private static final String VISITS = " IN (SELECT id FROM visit WHERE patient_id = ?)";
    private static final String RECORDINGS = " IN (SELECT id FROM recording WHERE patient_id = ?)";
    private static final String RESULTS = " IN (SELECT id FROM result WHERE patient_id = ?)";
    private static final String READINGS = " IN (SELECT id FROM typed_reading WHERE patient_id = ?)";
    private static final String ACCOUNTS = " IN (SELECT id FROM account WHERE patient_id = ?)";
    private static final String EMERGENCIES = " IN (SELECT id FROM emergency WHERE patient_id = ?)";
    /** Whose an item is, its newest version says: one that was given to her by mistake and taken back is another's. */
    private static final String ITEMS = " IN (SELECT i.id FROM import_item i JOIN import_item_version v"
            + " ON v.item_id = i.id AND v.version = i.head_version WHERE v.patient_id = ?)";
    /** What was said of a whole file is said of many. */
    private static final String OF_ONE = " AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.clinic_id ="
            + " audit_words.clinic_id AND e.seq = audit_words.seq AND e.subject LIKE 'import:%')";

    private static final String TRIALS =
            " IN (SELECT t.id FROM trial t JOIN recording r ON r.id = t.recording_id WHERE r.patient_id = ?)";

    private static final Map<String, String> TABLES = tables();

    private final Transaction tx;
    private final SqlStores stores;

    SqlSubject(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    private static Map<String, String> tables() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("patient", "id = ? ORDER BY id");
        all.put("patient_version", "patient_id = ? ORDER BY version");
        all.put("consent", "patient_id = ? ORDER BY number");
        all.put("erasure_step", "patient_id = ? ORDER BY number");
        all.put("account", "patient_id = ? ORDER BY id");
        all.put("login_session", "account_id IN (SELECT id FROM account WHERE patient_id = ?) ORDER BY opened_at");
        all.put("second_factor", "account_id" + ACCOUNTS + " ORDER BY account_id");
        all.put("recovery_code", "account_id" + ACCOUNTS + " ORDER BY account_id");
        all.put("sso_identity", "account_id" + ACCOUNTS + " ORDER BY at, id");
        all.put("passkey", "account_id" + ACCOUNTS + " ORDER BY at, id");
        all.put("invitation", "(patient_id = ? OR account_id" + ACCOUNTS + ") ORDER BY at, id");
        all.put("patient_access_version", "patient_id = ? ORDER BY version");
        all.put("patient_share", "patient_id = ? ORDER BY at, id");
        all.put("patient_share_ended", "share_id IN (SELECT id FROM patient_share WHERE patient_id = ?) ORDER BY at");
        all.put("emergency", "patient_id = ? ORDER BY at, id");
        all.put("emergency_ended", "emergency_id" + EMERGENCIES + " ORDER BY at");
        all.put("emergency_alert_read", "emergency_id" + EMERGENCIES + " ORDER BY at");
        all.put("episode", "patient_id = ? ORDER BY id");
        all.put("episode_version", "episode_id" + EPISODES + " ORDER BY episode_id, version");
        all.put("episode_entry", "patient_id = ? ORDER BY id");
        all.put("episode_entry_version", "entry_id" + ENTRIES + " ORDER BY entry_id, version");
        all.put("patient_identifier", "patient_id = ? ORDER BY number");
        all.put(
                "import_batch_version",
                "batch_id IN (SELECT batch_id FROM import_item WHERE id" + ITEMS + ") ORDER BY batch_id, version");
        all.put("import_item", "id" + ITEMS + " ORDER BY batch_id, number");
        all.put("import_item_version", "patient_id = ? ORDER BY item_id, version");
        all.put("import_item_words", "item_id" + ITEMS + " ORDER BY item_id");
        all.put("import_curve", "item_id" + ITEMS + " ORDER BY item_id, number");
        visits(all);
        all.put("audit_event", "subject IN (" + subjects() + ") ORDER BY seq");
        all.put("audit_words", "patient_id = ?" + OF_ONE + " ORDER BY seq");
        return all;
    }

    /** What was measured and said at her visits. */
    private static void visits(Map<String, String> all) {
        all.put("visit", "patient_id = ? ORDER BY started_at");
        all.put("visit_version", "visit_id" + VISITS + " ORDER BY visit_id, version");
        all.put("position_test", "patient_id = ? ORDER BY created_at, id");
        all.put("screening", "patient_id = ? ORDER BY at, number");
        all.put("side_set_up", "patient_id = ? ORDER BY at, test_id, side, number");
        all.put("set_up_photo", "patient_id = ? ORDER BY at, test_id, side, number");
        all.put("set_up_photo_image", "patient_id = ? ORDER BY test_id, side, number");
        all.put("test_trust", "patient_id = ? ORDER BY at, id");
        all.put("recording", "patient_id = ? ORDER BY started_at, id");
        all.put("recording_version", "recording_id" + RECORDINGS + " ORDER BY recording_id, version");
        all.put("recording_feedback", "recording_id" + RECORDINGS + " ORDER BY recording_id");
        all.put("recording_tester", "recording_id" + RECORDINGS + " ORDER BY recording_id");
        all.put("tester_switch", "patient_id = ? ORDER BY visit_id, number");
        all.put("trial", "recording_id" + RECORDINGS + " ORDER BY recording_id, effort_number");
        all.put("trial_version", "trial_id" + TRIALS + " ORDER BY trial_id, version");
        all.put("trial_analysis", "trial_id" + TRIALS + " ORDER BY trial_id, analysis");
        all.put("measurement", "trial_id" + TRIALS + " ORDER BY trial_id, analysis, metric");
        all.put("typed_reading", "patient_id = ? ORDER BY at, id");
        all.put("typed_reading_withdrawn", "reading_id" + READINGS + " ORDER BY at, reading_id");
        all.put("result", "patient_id = ? ORDER BY id");
        all.put("result_version", "result_id" + RESULTS + " ORDER BY result_id, version");
        all.put("symmetry_version", "patient_id = ? ORDER BY test_id, version");
    }

    /** Everything of hers as the audit chain names it. */
    private static String subjects() {
        List<String> all = new ArrayList<>();
        all.add(subject("patient", "patient", "id = ?"));
        for (String kind : List.of("account", "episode", "episode_entry", "visit", "recording", "result")) {
            all.add(subject(kind, kind, "patient_id = ?"));
        }
        all.add(subject("test", "position_test", "patient_id = ?"));
        all.add(subject("symmetry", "position_test", "patient_id = ?"));
        all.add(subject("trial", "trial", "recording_id" + RECORDINGS));
        return String.join(" UNION ALL ", all);
    }

    private static String subject(String kind, String table, String whose) {
        return "SELECT CONCAT('" + kind + ":', REPLACE(CAST(id AS VARCHAR(36)), '-', '')) FROM " + table + " WHERE "
                + whose;
    }

    /** Names of the tables that are looked into. */
    static Set<String> names() {
        return TABLES.keySet();
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows(Id<Clinic> clinic, Id<Patient> patient) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        TABLES.forEach((table, whose) -> all.put(table, rows(clinic, patient, table, whose)));
        withoutOthersAddresses(all);
        // Why a whole file was taken in or out may name others whose values it held.
        all.getOrDefault("import_batch_version", List.of()).forEach(row -> row.remove("reason"));
        OthersData.takeOut(
                all,
                stores.recordings().setAside(clinic, patient).stream()
                        .map(recording -> recording.id().toString())
                        .collect(Collectors.toSet()));
        return all.getOrDefault("patient", List.of()).isEmpty() ? Map.of() : all;
    }

    /** From where somebody else worked is not about her. */
    private static void withoutOthersAddresses(Map<String, List<Map<String, Object>>> all) {
        List<Object> hers = all.getOrDefault("account", List.of()).stream()
                .map(account -> account.getOrDefault("id", ""))
                .toList();
        all.getOrDefault("audit_event", List.of()).stream()
                .filter(row -> !hers.contains(row.getOrDefault("actor", "")))
                .forEach(row -> row.remove("from_where"));
    }

    private List<Map<String, Object>> rows(Id<Clinic> clinic, Id<Patient> patient, String table, String whose) {
        Object[] values =
                new Object[1 + (int) whose.chars().filter(c -> c == '?').count()];
        Arrays.fill(values, patient);
        values[0] = clinic;
        return tx.list(
                "SELECT * FROM " + table + " WHERE clinic_id = ? AND " + whose,
                row -> {
                    Map<String, Object> fields = new LinkedHashMap<>(row.all());
                    fields.keySet().removeAll(SECRET);
                    return fields;
                },
                values);
    }
}
