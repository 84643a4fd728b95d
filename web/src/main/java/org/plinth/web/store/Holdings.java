package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Subject;
import org.plinth.web.store.AccessStore.Holding;
import org.plinth.web.store.AccessStore.OpenEmergency;

/** One query for each kind of thing: whose it is, and what an account has to do with the patient behind it. */
final class Holdings {

    /** Tables that carry clinic and patient, as {@code t}; the id is that of the first table. */
    private static final Map<Subject, String> OF_PATIENT = Map.of(
            Subject.PATIENT, "(SELECT id, clinic_id, id AS patient_id FROM patient) t",
            Subject.EPISODE, "episode t",
            Subject.ENTRY, "episode_entry t",
            Subject.VISIT, "visit t",
            Subject.TEST, "position_test t",
            Subject.RECORDING, "recording t",
            Subject.TRIAL,
                    "(SELECT f.id, r.clinic_id, r.patient_id FROM trial f JOIN recording r ON r.id = f.recording_id) t",
            Subject.SHARE, "patient_share t");

    private static final Map<Subject, String> OF_CLINIC = Map.of(
            Subject.IMPORT, "import_batch",
            Subject.ACCOUNT, "account",
            Subject.INVITATION, "invitation",
            Subject.TOKEN, "api_token",
            Subject.SENSOR, "sensor",
            Subject.CALIBRATION, "calibration",
            Subject.RUN, "calibration_run",
            Subject.OWN_POSITION, "own_position");
    /** What is one account's alone; nobody else finds it. */
    private static final Map<Subject, String> OF_ACCOUNT = Map.of(
            Subject.ALERT, "SELECT clinic_id FROM emergency_alert WHERE emergency_id = ? AND account_id = ?",
            Subject.SSO_IDENTITY, "SELECT clinic_id FROM sso_identity WHERE id = ? AND account_id = ?",
            Subject.PASSKEY, "SELECT clinic_id FROM passkey WHERE id = ? AND account_id = ?");

    private static final String COLUMNS =
            """
            SELECT t.clinic_id, t.patient_id, a.restricted, m.account_id AS member,
                e.id AS emergency, e.ends_at AS emergency_ends, s.ends_at AS share_ends FROM
            """;
    private static final String JOINS =
            """
             LEFT JOIN patient_access_version a ON a.patient_id = t.patient_id AND a.version =
                (SELECT MAX(newer.version) FROM patient_access_version newer WHERE newer.patient_id = t.patient_id)
            LEFT JOIN patient_access_member m ON m.patient_id = a.patient_id AND m.version = a.version
                AND m.account_id = ?
            LEFT JOIN emergency e ON e.patient_id = t.patient_id AND e.account_id = ? AND e.ends_at > ?
                AND NOT EXISTS (SELECT 1 FROM emergency_ended x WHERE x.emergency_id = e.id)
            LEFT JOIN patient_share s ON s.patient_id = t.patient_id AND s.guest_clinic_id = ? AND s.ends_at > ?
                AND (s.guest_account_id IS NULL OR s.guest_account_id = ?)
                AND NOT EXISTS (SELECT 1 FROM patient_share_ended x WHERE x.share_id = s.id)
            WHERE t.id = ? ORDER BY e.ends_at DESC, s.ends_at DESC FETCH FIRST 1 ROWS ONLY
            """;

    private Holdings() {}

    static Optional<Holding> find(Transaction tx, Subject kind, Id<Subject> thing, Account viewer, Instant now) {
        String own = OF_ACCOUNT.get(kind);
        if (own != null) {
            return tx.one(own, Holdings::ofClinic, thing, viewer.id());
        }
        String table = OF_CLINIC.get(kind);
        if (table != null) {
            return tx.one("SELECT clinic_id FROM " + table + " WHERE id = ?", Holdings::ofClinic, thing);
        }
        String from = OF_PATIENT.get(kind);
        if (from == null) {
            throw new IllegalArgumentException(kind + " belongs to nobody");
        }
        return tx.one(
                COLUMNS + from + JOINS,
                Holdings::ofPatient,
                viewer.id(),
                viewer.id(),
                now,
                viewer.clinic(),
                now,
                viewer.id(),
                thing);
    }

    private static Holding ofClinic(Found row) throws SQLException {
        return new Holding(row.id("clinic_id"), Optional.empty(), false, false, Optional.empty(), Optional.empty());
    }

    private static Holding ofPatient(Found row) throws SQLException {
        Optional<Instant> ends = row.optionalInstant("emergency_ends");
        Optional<OpenEmergency> emergency =
                ends.isEmpty() ? Optional.empty() : Optional.of(new OpenEmergency(row.id("emergency"), ends.get()));
        return new Holding(
                row.id("clinic_id"),
                row.optionalId("patient_id"),
                row.is("restricted"),
                row.optionalId("member").isPresent(),
                emergency,
                row.optionalInstant("share_ends"));
    }
}
