package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.ErasureStep.Step;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** Table {@code erasure_step}. */
final class SqlErasures implements ErasureStore {

    private static final String OF_PATIENT =
            "SELECT * FROM erasure_step WHERE clinic_id = ? AND patient_id = ? ORDER BY number";
    private static final String LAST =
            """
            SELECT e.* FROM erasure_step e WHERE e.number =
                (SELECT MAX(n.number) FROM erasure_step n WHERE n.patient_id = e.patient_id)""";
    private static final String NEWEST = LAST + " AND e.clinic_id = ? ORDER BY e.at DESC, e.patient_id";
    private static final String DUE =
            LAST + " AND e.step = 'CONFIRMED' AND e.due_at <= ? ORDER BY e.due_at, e.patient_id";

    private final Transaction tx;
    private final SqlStores stores;

    SqlErasures(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public ErasureStep add(ErasureStep step, int numberSeen) {
        tx.requireClinic(step.clinic());
        List<ErasureStep> before = ofPatient(step.clinic(), step.patient());
        Optional<ErasureStep> last = before.stream().reduce((a, b) -> b);
        if (last.isEmpty()
                && stores.patients().find(step.clinic(), step.patient()).isEmpty()) {
            throw StoreFailure.notFound("patient " + step.patient());
        }
        if (last.map(ErasureStep::number).orElse(0) != numberSeen) {
            throw StoreFailure.oldVersion("another step was made", last.orElse(step));
        }
        if (!mayFollow(last, step, tx.act())) {
            throw StoreFailure.wrongState("privacy.erasure.notNow", last.orElse(step));
        }
        insert(tx, step, numberSeen + 1);
        return ofPatient(step.clinic(), step.patient()).get(before.size());
    }

    private static boolean mayFollow(Optional<ErasureStep> last, ErasureStep next, Act act) {
        Optional<Step> now = last.map(ErasureStep::step);
        return switch (next.step()) {
            case ASKED -> now.isEmpty() || now.get() == Step.CANCELLED;
            case CONFIRMED ->
                last.filter(step -> step.step() == Step.ASKED)
                        .filter(step -> !step.author().equals(act.actor()))
                        .isPresent();
            case CANCELLED -> last.filter(ErasureStep::pending).isPresent();
            case DONE -> false;
        };
    }

    static void insert(Transaction tx, ErasureStep step, int number) {
        Row row = Row.of("erasure_step")
                .set("patient_id", step.patient())
                .set("number", number)
                .set("clinic_id", step.clinic())
                .set("step", step.step())
                .set("ground", step.ground())
                .set("numbers_stay", step.numbersStay())
                .set("due_at", step.dueAt())
                .by(tx.act());
        tx.insert(row);
        tx.note("patient:" + step.patient(), Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public List<ErasureStep> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlErasures::read, clinic, patient);
    }

    @Override
    public List<ErasureStep> newest(Id<Clinic> clinic) {
        return tx.list(NEWEST, SqlErasures::read, clinic);
    }

    @Override
    public List<ErasureStep> due(Instant now) {
        return tx.list(DUE, SqlErasures::read, now);
    }

    static ErasureStep read(Found row) throws SQLException {
        return new ErasureStep(
                row.id("clinic_id"),
                row.id("patient_id"),
                row.number("number"),
                row.constant("step", Step.class),
                row.constant("ground", ErasureStep.Ground.class),
                row.is("numbers_stay"),
                row.optionalInstant("due_at"),
                row.instant("at"),
                row.id("author"),
                row.text("reason"));
    }
}
