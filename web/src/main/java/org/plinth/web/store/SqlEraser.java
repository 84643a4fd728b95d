package org.plinth.web.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    private final Transaction tx;
    private final ErasedList list;
    private final ErasureStore steps;

    SqlEraser(Transaction tx, ErasedList list) {
        this.tx = tx;
        this.list = list;
        this.steps = new SqlStores(tx, on -> {}).erasures();
    }

    /** Whether anything is left of her that an erasure takes away. */
    static boolean isHere(Transaction tx, Id<Patient> patient) {
        return !tx.list(HERE, row -> row.<Patient>id("patient_id"), patient, patient, patient)
                .isEmpty();
    }

    void erase(Id<Clinic> clinic, Id<Patient> patient) {
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
        erase(new ErasedList.Erased(clinic, patient, last.ground(), last.numbersStay()), last.number());
    }

    void eraseAgain(ErasedList.Erased erased) {
        lock(erased.clinic(), erased.patient());
        int number =
                last(erased.clinic(), erased.patient()).map(ErasureStep::number).orElse(0);
        erase(erased, number);
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
        try {
            list.add(erased);
        } catch (IOException e) {
            throw StoreFailure.unavailable("the list of erased ids cannot be written", e);
        }
    }
}
