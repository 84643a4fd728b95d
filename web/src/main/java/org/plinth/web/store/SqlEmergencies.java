package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Emergency;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.AccessStore.Alert;

/** Tables {@code emergency}, {@code emergency_ended}, {@code emergency_alert} and {@code emergency_alert_read}. */
final class SqlEmergencies {

    private static final String RUNNING =
            """
            SELECT e.id FROM emergency e WHERE e.clinic_id = ? AND e.patient_id = ? AND e.account_id = ? AND e.ends_at > ?
                AND NOT EXISTS (SELECT 1 FROM emergency_ended x WHERE x.emergency_id = e.id)
            """;
    private static final String UNREAD =
            """
            SELECT e.id AS e_id, e.clinic_id AS e_clinic, e.patient_id AS e_patient, e.account_id AS e_account,
                e.ground AS e_ground, e.ends_at AS e_ends, e.at AS e_at, e.reason AS e_reason, x.at AS e_ended, c.*
            FROM emergency_alert n JOIN emergency e ON e.id = n.emergency_id
            JOIN account c ON c.id = e.account_id
            LEFT JOIN emergency_ended x ON x.emergency_id = e.id
            WHERE n.clinic_id = ? AND n.account_id = ? AND NOT EXISTS (SELECT 1 FROM emergency_alert_read r
                WHERE r.emergency_id = n.emergency_id AND r.account_id = n.account_id)
            ORDER BY e.at, e.id
            """;
    private static final String READ =
            "SELECT 1 AS there FROM emergency_alert_read WHERE emergency_id = ? AND account_id = ?";

    private final Transaction tx;

    SqlEmergencies(Transaction tx) {
        this.tx = tx;
    }

    void open(Emergency emergency, Set<Id<Account>> told) {
        tx.requireClinic(emergency.clinic());
        tx.insert(Row.of("emergency")
                .set("id", emergency.id())
                .set("clinic_id", emergency.clinic())
                .set("patient_id", emergency.patient())
                .set("account_id", emergency.account())
                .set("ground", emergency.ground())
                .set("ends_at", emergency.endsAt())
                .by(tx.act()));
        tx.insertAll(told.stream()
                .sorted()
                .map(account -> Row.of("emergency_alert")
                        .set("emergency_id", emergency.id())
                        .set("account_id", account)
                        .set("clinic_id", emergency.clinic()))
                .toList());
        String after = CanonicalJson.object(Map.of(
                "emergency", emergency.id(),
                "ground", emergency.ground(),
                "ends_at", emergency.endsAt(),
                "told", told.size()));
        tx.note("patient:" + emergency.patient(), Optional.empty(), Optional.of(after));
    }

    int end(Id<Clinic> clinic, Id<Patient> patient, Id<Account> account, Instant now) {
        tx.requireClinic(clinic);
        List<Id<Emergency>> running = tx.list(RUNNING, SqlEmergencies::id, clinic, patient, account, now);
        running.forEach(id -> {
            tx.insert(Row.of("emergency_ended")
                    .set("emergency_id", id)
                    .set("clinic_id", clinic)
                    .by(tx.act()));
            tx.note(
                    "patient:" + patient,
                    Optional.of(CanonicalJson.object(Map.of("emergency", id))),
                    Optional.of("{}"));
        });
        return running.size();
    }

    private static Id<Emergency> id(Found row) throws SQLException {
        return row.id("id");
    }

    List<Alert> unread(Id<Clinic> clinic, Id<Account> told) {
        return tx.list(UNREAD, SqlEmergencies::alert, clinic, told);
    }

    void markRead(Id<Clinic> clinic, Id<Emergency> emergency, Id<Account> told) {
        tx.requireClinic(clinic);
        if (tx.one(READ, row -> row.number("there"), emergency, told).isPresent()) {
            return;
        }
        tx.insert(Row.of("emergency_alert_read")
                .set("emergency_id", emergency)
                .set("account_id", told)
                .set("clinic_id", clinic)
                .by(tx.act()));
        tx.note("account:" + told, Optional.empty(), Optional.of(CanonicalJson.object(Map.of("alert", emergency))));
    }

    private static Alert alert(Found row) throws SQLException {
        Emergency emergency = new Emergency(
                row.id("e_id"),
                row.id("e_clinic"),
                row.id("e_patient"),
                row.id("e_account"),
                row.constant("e_ground", Emergency.Ground.class),
                row.instant("e_ends"),
                row.instant("e_at"),
                row.text("e_reason"),
                row.optionalInstant("e_ended"));
        return new Alert(emergency, SqlAccounts.read(row));
    }
}
