package org.plinth.web.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What the running server may do with each table. Rows are read and added everywhere; changed only where a head or a
 * setting lies; deleted only where a login, a one-time token or a second factor ends, a photo is removed, or what came in with a file
 * goes out again. An audit row is neither changed nor deleted.
 */
final class Grants {

    private static final List<String> APPENDED = List.of(
            "patient_version",
            "episode_version",
            "episode_entry_version",
            "visit_version",
            "sensor",
            "calibration",
            "position_test",
            "recording_version",
            "recording_feedback",
            "recording_tester",
            "tester_switch",
            "typed_reading",
            "typed_reading_withdrawn",
            "trial_version",
            "measurement",
            "trial_analysis",
            "result_version",
            "symmetry_version",
            "own_position_version",
            "request_done",
            "patient_key",
            "reference_mass",
            "calibration_run_version",
            "calibration_run_mass",
            "calibration_point",
            "calibration_point_undone",
            "calibration_curve",
            "sensor_check",
            "sensor_event",
            "test_trust",
            "audit_words",
            "consent",
            "screening",
            "side_set_up",
            "set_up_photo",
            "recording_moved",
            "erasure_step",
            "retention_rule",
            "import_batch_version",
            "import_item_version",
            "patient_identifier",
            "patient_access_version",
            "patient_access_member",
            "patient_share",
            "patient_share_ended",
            "emergency",
            "emergency_ended",
            "emergency_alert",
            "emergency_alert_read",
            "audit_event");
    private static final List<String> UPDATED = List.of(
            "clinic",
            "account",
            "patient",
            "episode",
            "episode_entry",
            "visit",
            "recording",
            "trial",
            "result",
            "own_position",
            "calibration_run",
            "import_batch",
            "import_item",
            "sign_in_rules",
            "invitation",
            "api_token",
            "audit_head");
    private static final List<String> DELETED = List.of(
            "login_session",
            "setup_token",
            "second_factor",
            "recovery_code",
            "sso_identity",
            "passkey",
            "set_up_photo_image",
            "import_file",
            "import_item_words",
            "import_curve",
            "tester_pin");

    private Grants() {}

    /** Statements that give them to a user or role. */
    static List<String> statements(String grantee) {
        List<String> all = new ArrayList<>();
        APPENDED.forEach(table -> all.add("GRANT SELECT, INSERT ON " + table + " TO " + grantee));
        UPDATED.forEach(table -> all.add("GRANT SELECT, INSERT, UPDATE ON " + table + " TO " + grantee));
        DELETED.forEach(table -> all.add("GRANT SELECT, INSERT, UPDATE, DELETE ON " + table + " TO " + grantee));
        return all;
    }

    /**
     * Statements that give the eraser what an erasure takes: it changes and deletes in the tables of {@link ErasurePlan},
     * looks up what is a patient's, and appends to the audit chain. It may not change that chain either.
     */
    static List<String> eraser(String grantee) {
        List<String> all = new ArrayList<>();
        ErasurePlan.tables().forEach(table -> all.add("GRANT SELECT, UPDATE, DELETE ON " + table + " TO " + grantee));
        List.of("episode", "visit", "position_test", "recording", "audit_event")
                .forEach(table -> all.add("GRANT SELECT ON " + table + " TO " + grantee));
        all.add("GRANT SELECT, UPDATE ON patient TO " + grantee);
        all.add("GRANT SELECT, UPDATE ON audit_head TO " + grantee);
        all.add("GRANT INSERT ON erasure_step TO " + grantee);
        all.add("GRANT INSERT ON audit_event TO " + grantee);
        return all;
    }
}
