package org.plinth.web.store;

import java.util.Set;

/** Tables that hold nothing about a patient, or only ids, days, codes and numbers that lead to nobody. */
final class HoldsNobody {

    static final Set<String> TABLES = Set.of(
            "clinic",
            "setup_token",
            "sign_in_rules",
            "api_token",
            "patient",
            "episode",
            "visit",
            "patient_access_member",
            "emergency_alert",
            "position_test",
            "recording",
            "recording_moved",
            "recording_feedback",
            "recording_tester",
            "tester_switch",
            "tester_pin",
            "sensor",
            "calibration",
            "calibration_curve",
            "calibration_run",
            "calibration_run_version",
            "calibration_run_mass",
            "calibration_point",
            "calibration_point_undone",
            "reference_mass",
            "sensor_check",
            "sensor_event",
            "own_position",
            "own_position_version",
            "retention_rule",
            "import_batch",
            "audit_event",
            "audit_head",
            "flyway_schema_history");

    private HoldsNobody() {}
}
