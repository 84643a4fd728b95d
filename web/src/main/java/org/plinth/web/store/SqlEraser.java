package org.plinth.web.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.ErasureStep.Step;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** An erasure, on a transaction of the eraser's own user. */
final class SqlEraser {

    /** Locks her row, and makes every version that anybody has seen an old one. */
    private static final String LOCK =
            "UPDATE patient SET head_version = head_version + 1 WHERE clinic_id = ? AND id = ?";

    private static final String RECORDS =
            """
            SELECT r.id FROM recording r
            JOIN recording_version v ON v.recording_id = r.id AND v.version = r.head_version
            WHERE r.clinic_id = ? AND r.patient_id = ? AND v.state = 'OPEN'""";
    private static final String HERE =
            """
            SELECT patient_id FROM patient_version WHERE patient_id = ? UNION SELECT patient_id FROM patient_key
            WHERE patient_id = ? UNION SELECT patient_id FROM audit_words WHERE patient_id = ?""";

    private static final String DONE =
            """
            SELECT clinic_id, patient_id, ground, numbers_stay FROM erasure_step
            WHERE step = 'DONE' ORDER BY at, patient_id""";

    private final Transaction tx;
    private final ErasureStore steps;

    SqlEraser(Transaction tx) {
        this.tx = tx;
        this.steps = new SqlStores(tx, on -> {}).erasures();
    }

    /** Whether anything is left of her that an erasure takes away. */
    static boolean isHere(Transaction tx, Id<Patient> patient) {
        return !tx.list(HERE, row -> row.<Patient>id("patient_id"), patient, patient, patient)
                .isEmpty();
    }

    /** Erases her; what it returns is written to the list once the transaction is done. */
    ErasedList.Erased erase(Id<Clinic> clinic, Id<Patient> patient) {
        lock(clinic, patient);
        ErasureStep last = last(clinic, patient).orElseThrow(() -> StoreFailure.notFound("erasure of " + patient));
        boolean due = last.step() == Step.CONFIRMED
                && last.dueAt().filter(at -> !at.isAfter(tx.act().at())).isPresent();
        if (!due) {
            throw StoreFailure.wrongState("privacy.erasure.notNow", last);
        }
        if (!tx.list(RECORDS, row -> row.id("id"), clinic, patient).isEmpty()) {
            throw StoreFailure.wrongState("privacy.erasure.recording", last);
        }
        ErasedList.Erased erased = new ErasedList.Erased(clinic, patient, last.ground(), last.numbersStay());
        erase(erased, last.number());
        return erased;
    }

    /** All who were erased here, as the database says. */
    static List<ErasedList.Erased> done(Transaction tx) {
        return tx.list(
                DONE,
                row -> new ErasedList.Erased(
                        row.id("clinic_id"),
                        row.id("patient_id"),
                        ErasureStep.Ground.valueOf(row.text("ground")),
                        row.is("numbers_stay")));
    }

    ErasedList.Erased eraseAgain(ErasedList.Erased erased) {
        lock(erased.clinic(), erased.patient());
        int number =
                last(erased.clinic(), erased.patient()).map(ErasureStep::number).orElse(0);
        erase(erased, number);
        return erased;
    }

    private void lock(Id<Clinic> clinic, Id<Patient> patient) {
        if (tx.update(LOCK, clinic, patient) != 1) {
            throw StoreFailure.notFound("patient " + patient);
        }
    }

    private Optional<ErasureStep> last(Id<Clinic> clinic, Id<Patient> patient) {
        return steps.ofPatient(clinic, patient).stream().reduce((a, b) -> b);
    }

    private void erase(ErasedList.Erased erased, int lastNumber) {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (ErasurePlan.Part part : ErasurePlan.parts(erased.numbersStay())) {
            String statement = part.statement();
            Object[] hers =
                    new Object[(int) statement.chars().filter(c -> c == '?').count()];
            Arrays.fill(hers, erased.patient());
            rows.put(part.table(), tx.update(statement, hers));
        }
        ErasureStep done = new ErasureStep(
                erased.clinic(),
                erased.patient(),
                lastNumber + 1,
                Step.DONE,
                erased.ground(),
                erased.numbersStay(),
                Optional.empty(),
                tx.act().at(),
                tx.act().actor(),
                "");
        SqlErasures.insert(tx, done, lastNumber + 1);
        tx.note("patient:" + erased.patient(), Optional.empty(), Optional.of(CanonicalJson.object(rows)));
    }
}
