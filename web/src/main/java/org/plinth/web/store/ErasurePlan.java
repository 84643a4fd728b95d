package org.plinth.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an erasure does with each table, in the order that foreign keys want. A test holds this list to the schema: a table
 * that can hold anything about a patient stands here, or among those that are said to hold nothing.
 */
final class ErasurePlan {

    /** Looks like the hash of a password, and is that of none. */
    private static final String NO_PASSWORD = "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private static final String HERS = "patient_id = ?";
    private static final String OF_EPISODE = "episode_id IN (SELECT id FROM episode WHERE patient_id = ?)";
    private static final String OF_ENTRY = "entry_id IN (SELECT id FROM episode_entry WHERE patient_id = ?)";
    private static final String OF_VISIT = "visit_id IN (SELECT id FROM visit WHERE patient_id = ?)";
    private static final String OF_RECORDING = "recording_id IN (SELECT id FROM recording WHERE patient_id = ?)";
    private static final String OF_TRIAL = "trial_id IN (SELECT t.id FROM trial t JOIN recording r ON"
            + " r.id = t.recording_id WHERE r.patient_id = ?)";
    private static final String OF_RESULT = "result_id IN (SELECT id FROM result WHERE patient_id = ?)";
    private static final String OF_ACCOUNT = "account_id IN (SELECT id FROM account WHERE patient_id = ?)";

    private static final String OF_INVITATION = "id IN (SELECT i.id FROM invitation i LEFT JOIN account a"
            + " ON a.id = i.account_id WHERE COALESCE(i.patient_id, a.patient_id) = ?)";
    private static final String OF_SHARE = "share_id IN (SELECT id FROM patient_share WHERE patient_id = ?)";
    private static final String OF_EMERGENCY = "emergency_id IN (SELECT id FROM emergency WHERE patient_id = ?)";

    /** Whose an item is, its newest version says: one that was given to her by mistake and taken back is another's. */
    private static final String OF_ITEM = "IN (SELECT i.id FROM import_item i JOIN import_item_version v"
            + " ON v.item_id = i.id AND v.version = i.head_version WHERE v.patient_id = ?)";

    /**
     * What happens to the rows of one table.
     *
     * @param table which
     * @param whose condition with places for the patient's id
     * @param set what is written over; empty where the rows go
     * @param numbers whether it holds measured values, which may stay
     */
    record Part(String table, String whose, Optional<String> set, boolean numbers) {

        /** The statement, with places for the patient's id. */
        String statement() {
            return set.map(columns -> "UPDATE " + table + " SET " + columns + " WHERE " + whose)
                    .orElseGet(() -> "DELETE FROM " + table + " WHERE " + whose);
        }
    }

    /** Words and names, which always go. */
    private static final List<Part> WORDS = List.of(
            gone("patient_key", HERS),
            gone("patient_version", HERS),
            gone("audit_words", HERS),
            gone("login_session", OF_ACCOUNT),
            gone("second_factor", OF_ACCOUNT),
            gone("recovery_code", OF_ACCOUNT),
            gone("sso_identity", OF_ACCOUNT),
            gone("passkey", OF_ACCOUNT),
            gone("invitation", OF_INVITATION),
            over(
                    "account",
                    HERS,
                    "login = CONCAT('erased-', REPLACE(CAST(id AS VARCHAR(36)), '-', '')), display_name = '',"
                            + " guardian_relation = CASE WHEN guardian_relation IS NULL THEN NULL ELSE '' END,"
                            + " password_hash = '" + NO_PASSWORD + "', disabled = TRUE"),
            over("episode_version", OF_EPISODE, "problem = '', close_reason = NULL, salt = NULL, reason = ''"),
            over("visit_version", OF_VISIT, "reason = ''"),
            over("recording_version", OF_RECORDING, "reason = ''"),
            over("consent", HERS, "guardian = NULL, salt = NULL, reason = ''"),
            gone("screening", HERS),
            gone("side_set_up", HERS),
            gone("set_up_photo_image", HERS),
            gone("set_up_photo", HERS),
            over("erasure_step", HERS, "reason = ''"),
            over("patient_access_version", HERS, "reason = 'ERASED'"),
            over("patient_share", HERS, "consent_by = 'ERASED', reason = 'ERASED'"),
            over("patient_share_ended", OF_SHARE, "reason = ''"),
            over("emergency", HERS, "reason = 'ERASED'"),
            over("emergency_ended", OF_EMERGENCY, "reason = ''"),
            over("emergency_alert_read", OF_EMERGENCY, "reason = ''"),
            // Only a preview has a file, and only what came in is anybody's: none is here unless the two were mixed up.
            gone("import_file", "batch_id IN (SELECT batch_id FROM import_item WHERE id " + OF_ITEM + ")"),
            gone("import_item_words", "item_id " + OF_ITEM),
            gone("import_curve", "item_id " + OF_ITEM),
            over("import_item", "id " + OF_ITEM, "content_sha256 = ''"),
            // Also why an item was taken from her, and what was said of hers while it was nobody's.
            over(
                    "import_item_version",
                    "patient_id = ? OR (patient_id IS NULL AND item_id " + OF_ITEM + ")"
                            + " OR (item_id, version) IN (SELECT item_id, version + 1 FROM import_item_version"
                            + " WHERE patient_id = ?)",
                    "reason = ''"),
            over(
                    "import_batch_version",
                    "batch_id IN (SELECT batch_id FROM import_item WHERE id " + OF_ITEM + ")",
                    "reason = 'ERASED'"),
            gone("patient_identifier", HERS),
            gone("episode_entry_version", OF_ENTRY),
            gone("request_done", "subject IN (" + ids() + ")"),
            // Without its versions it says nothing; its id is looked up above.
            gone("episode_entry", HERS));

    /** Measured values: without their words where they stay. */
    private static final List<Part> NUMBERS = List.of(
            number("measurement", OF_TRIAL, Optional.empty()),
            number("trial_analysis", OF_TRIAL, Optional.of("reason = ''")),
            number(
                    "trial_version",
                    OF_TRIAL,
                    Optional.of("reason = '', salt = NULL, exclusion_reason ="
                            + " CASE WHEN exclusion_reason IS NULL THEN NULL ELSE 'ERASED' END")),
            number("trial", OF_RECORDING, Optional.empty()),
            number(
                    "typed_reading_withdrawn",
                    "reading_id IN (SELECT id FROM typed_reading WHERE patient_id = ?)",
                    Optional.of("reason = ''")),
            number("typed_reading", HERS, Optional.of("device = '', salt = NULL")),
            number("result_version", OF_RESULT, Optional.of("reason = ''")),
            number("result", HERS, Optional.empty()),
            number("symmetry_version", HERS, Optional.of("reason = ''")),
            number("test_trust", HERS, Optional.of("reason = 'ERASED'")));

    private ErasurePlan() {}

    private static Part gone(String table, String whose) {
        return new Part(table, whose, Optional.empty(), false);
    }

    private static Part over(String table, String whose, String set) {
        return new Part(table, whose, Optional.of(set), false);
    }

    private static Part number(String table, String whose, Optional<String> set) {
        return new Part(table, whose, set, true);
    }

    /** Ids of hers as {@code request_done} names them. */
    private static String ids() {
        String id = "REPLACE(CAST(id AS VARCHAR(36)), '-', '')";
        List<String> all = new ArrayList<>();
        all.add("SELECT " + id + " FROM patient WHERE id = ?");
        for (String table :
                List.of("episode", "episode_entry", "visit", "position_test", "recording", "result", "typed_reading")) {
            all.add("SELECT " + id + " FROM " + table + " WHERE patient_id = ?");
        }
        return String.join(" UNION ALL ", all);
    }

    /** What is to be done, in order. */
    static List<Part> parts(boolean numbersStay) {
        List<Part> all = new ArrayList<>(WORDS);
        for (Part part : NUMBERS) {
            if (!numbersStay) {
                all.add(gone(part.table(), part.whose()));
            } else if (part.set().isPresent()) {
                all.add(part);
            }
        }
        return List.copyOf(all);
    }

    /** Tables that the eraser's user may change. */
    static List<String> tables() {
        List<String> all = new ArrayList<>();
        WORDS.forEach(part -> all.add(part.table()));
        NUMBERS.forEach(part -> all.add(part.table()));
        return List.copyOf(all);
    }
}
