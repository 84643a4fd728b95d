package org.plinth.web.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.hash.Sha256;

/**
 * Keeps what people typed about a patient out of the audit chain: the chain has SHA-256(salt, reason), and table {@code
 * audit_words} the words, which an erasure takes away without a gap in the chain.
 */
final class AuditWords {

    private static final String HASHED = "sha256:";
    private static final Map<String, String> PATIENT_OF = Map.ofEntries(
            Map.entry("patient", "SELECT id AS patient_id FROM patient WHERE id = ?"),
            Map.entry("episode", "SELECT patient_id FROM episode WHERE id = ?"),
            Map.entry("episode_entry", "SELECT patient_id FROM episode_entry WHERE id = ?"),
            Map.entry("visit", "SELECT patient_id FROM visit WHERE id = ?"),
            Map.entry("test", "SELECT patient_id FROM position_test WHERE id = ?"),
            Map.entry("symmetry", "SELECT patient_id FROM position_test WHERE id = ?"),
            Map.entry("recording", "SELECT patient_id FROM recording WHERE id = ?"),
            Map.entry(
                    "trial",
                    "SELECT r.patient_id FROM trial t JOIN recording r ON r.id = t.recording_id WHERE t.id = ?"),
            Map.entry("result", "SELECT patient_id FROM result WHERE id = ?"),
            // Of several whose values came with a file, the words are kept as those of one: they go with her.
            Map.entry(
                    "import",
                    "SELECT v.patient_id FROM import_item_version v JOIN import_item i ON i.id = v.item_id"
                            + " WHERE i.batch_id = ? AND v.patient_id IS NOT NULL"
                            + " ORDER BY v.patient_id FETCH FIRST 1 ROWS ONLY"),
            Map.entry("account", "SELECT patient_id FROM account WHERE id = ?"));

    private final Transaction tx;
    private final Map<String, Optional<Id<Patient>>> known = new HashMap<>();

    AuditWords(Transaction tx) {
        this.tx = tx;
    }

    /** What stands in the chain as the reason of this row; adds the words beside it where they go there. */
    String inChain(String subject, long seq, List<Row> beside) {
        String reason = tx.act().reason();
        if (reason.isBlank()) {
            return reason;
        }
        Optional<Id<Patient>> patient = known.computeIfAbsent(subject, this::patientOf);
        if (patient.isEmpty()) {
            return reason;
        }
        String salt = tx.keys().newSalt();
        beside.add(Row.of("audit_words")
                .set("seq", seq)
                .set("clinic_id", tx.act().clinic())
                .set("patient_id", patient.get())
                .set("salt", salt)
                .set("reason", reason));
        return HASHED + Sha256.hex(salt, reason);
    }

    private Optional<Id<Patient>> patientOf(String subject) {
        int colon = subject.indexOf(':');
        String kind = subject.substring(0, Math.max(0, colon));
        if (!PATIENT_OF.containsKey(kind)) {
            return Optional.empty();
        }
        String sql = PATIENT_OF.getOrDefault(kind, "");
        return Id.<Object>parse(subject.substring(colon + 1))
                .flatMap(id -> tx.one(sql, AuditWords::patient, id).flatMap(found -> found));
    }

    private static Optional<Id<Patient>> patient(Found row) throws SQLException {
        return row.optionalId("patient_id");
    }
}
