package org.plinth.web.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Visit;

/** Tables {@code screening} and {@code side_set_up}: rows are added, never changed but by an erasure. */
final class SqlPreparations implements PreparationStore {

    private static final String SCREENING =
            "SELECT * FROM screening WHERE clinic_id = ? AND visit_id = ? ORDER BY number DESC FETCH FIRST 1 ROWS ONLY";
    private static final String NEWEST =
            " AND NOT EXISTS (SELECT 1 FROM side_set_up n WHERE n.test_id = s.test_id AND n.side = s.side"
                    + " AND n.number > s.number)";
    private static final String OF_TEST =
            "SELECT s.* FROM side_set_up s WHERE s.clinic_id = ? AND s.test_id = ?" + NEWEST + " ORDER BY s.side";
    private static final String OF_PATIENT = "SELECT s.* FROM side_set_up s WHERE s.clinic_id = ? AND s.patient_id = ?"
            + NEWEST + " ORDER BY s.at, s.test_id, s.side";

    private final Transaction tx;
    private final SqlStores stores;

    SqlPreparations(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public Screening screened(Screening screening, int numberSeen) {
        tx.requireClinic(screening.clinic());
        Visit visit = stores.visits()
                .find(screening.clinic(), screening.visit())
                .orElseThrow(() -> StoreFailure.notFound("visit " + screening.visit()));
        if (!visit.patient().equals(screening.patient())) {
            throw StoreFailure.wrongState("the visit is another patient's", visit);
        }
        Optional<Screening> last = screening(screening.clinic(), screening.visit());
        checkSeen(last, Screening::number, numberSeen);
        Row row = Row.of("screening")
                .set("visit_id", screening.visit())
                .set("number", numberSeen + 1)
                .set("clinic_id", screening.clinic())
                .set("patient_id", screening.patient())
                .set("form", screening.form())
                .set("form_version", screening.formVersion())
                .setPersonal("yes_to", screening.yes())
                .set("agreed", screening.agreed())
                .set("goes_on", screening.goesOn())
                .set("salt", tx.keys().newSalt())
                .by(tx.act());
        tx.insert(row);
        tx.note("visit:" + screening.visit(), Optional.empty(), Optional.of(row.audited()));
        return screening(screening.clinic(), screening.visit()).orElseThrow();
    }

    private static <T> void checkSeen(Optional<T> last, Function<T, Integer> number, int seen) {
        if (last.map(number).orElse(0) != seen) {
            throw last.map(current -> StoreFailure.oldVersion("another was written down", current))
                    .orElseGet(() -> StoreFailure.invalid("version", "nothing was written down yet"));
        }
    }

    @Override
    public Optional<Screening> screening(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.one(SCREENING, SqlPreparations::readScreening, clinic, visit);
    }

    @Override
    public SideSetUp setUp(SideSetUp setUp, int numberSeen) {
        tx.requireClinic(setUp.clinic());
        PositionTest test = stores.visits()
                .findTest(setUp.clinic(), setUp.test())
                .orElseThrow(() -> StoreFailure.notFound("test " + setUp.test()));
        if (!test.patient().equals(setUp.patient())) {
            throw StoreFailure.wrongState("the test is another patient's", test);
        }
        Optional<SideSetUp> last = of(setUp.clinic(), setUp.test(), setUp.side());
        checkSeen(last, SideSetUp::number, numberSeen);
        Row row = Row.of("side_set_up")
                .set("test_id", setUp.test())
                .set("side", setUp.side())
                .set("number", numberSeen + 1)
                .set("clinic_id", setUp.clinic())
                .set("patient_id", setUp.patient())
                .setPersonal("strap_hole", setUp.strapHole())
                .setPersonal("anchor", setUp.anchor())
                .setPersonal("wedge", setUp.wedge())
                .set("pad_height_mm", setUp.padHeight())
                .set("lever_mm", setUp.lever())
                .set("hip_deg", setUp.hip())
                .set("knee_deg", setUp.knee())
                .set("salt", tx.keys().newSalt())
                .by(tx.act());
        tx.insert(row);
        tx.note("test:" + setUp.test(), Optional.empty(), Optional.of(row.audited()));
        return of(setUp.clinic(), setUp.test(), setUp.side()).orElseThrow();
    }

    private Optional<SideSetUp> of(Id<Clinic> clinic, Id<PositionTest> test, Side side) {
        return setUps(clinic, test).stream().filter(one -> one.side() == side).findFirst();
    }

    @Override
    public List<SideSetUp> setUps(Id<Clinic> clinic, Id<PositionTest> test) {
        return tx.list(OF_TEST, SqlPreparations::readSetUp, clinic, test);
    }

    @Override
    public List<SideSetUp> setUpsOfPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlPreparations::readSetUp, clinic, patient);
    }

    private static Screening readScreening(Found row) throws SQLException {
        return new Screening(
                row.id("clinic_id"),
                row.id("patient_id"),
                row.id("visit_id"),
                row.number("number"),
                row.text("form"),
                row.number("form_version"),
                row.constants("yes_to", Function.identity()),
                row.is("agreed"),
                row.is("goes_on"),
                row.instant("at"),
                row.id("author"),
                row.text("reason"));
    }

    private static SideSetUp readSetUp(Found row) throws SQLException {
        return new SideSetUp(
                row.id("clinic_id"),
                row.id("patient_id"),
                row.id("test_id"),
                row.constant("side", Side.class),
                row.number("number"),
                row.optionalText("strap_hole"),
                row.optionalText("anchor"),
                row.optionalText("wedge"),
                row.optionalNumber("pad_height_mm"),
                row.optionalNumber("lever_mm"),
                row.optionalNumber("hip_deg"),
                row.optionalNumber("knee_deg"),
                row.instant("at"),
                row.id("author"));
    }
}
