package org.plinth.web.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;

/** Table {@code position_test}: rows are added, never changed. */
final class SqlTests {

    private static final String FIND = "SELECT * FROM position_test WHERE clinic_id = ? AND id = ?";
    private static final String OF_VISIT =
            "SELECT * FROM position_test WHERE clinic_id = ? AND visit_id = ? ORDER BY created_at, id";
    private static final String OF_PATIENT =
            "SELECT * FROM position_test WHERE clinic_id = ? AND patient_id = ? ORDER BY created_at, id";

    private final Transaction tx;

    SqlTests(Transaction tx) {
        this.tx = tx;
    }

    void add(PositionTest test) {
        Row row = Row.of("position_test")
                .set("id", test.id())
                .set("clinic_id", test.clinic())
                .set("patient_id", test.patient())
                .set("visit_id", test.visit())
                .set("position_id", test.positionId())
                .set("protocol_version", test.protocolVersion())
                .set("fixation", test.fixation())
                .set("stabilisation", test.stabilisation())
                .set("sensor_site", test.sensorSite())
                .set("sensor_id", test.sensor())
                .set("first_side", test.firstSide())
                .set("created_at", test.createdAt());
        tx.insert(row);
        tx.note("test:" + test.id(), Optional.empty(), Optional.of(row.audited()));
    }

    Optional<PositionTest> find(Id<Clinic> clinic, Id<PositionTest> test) {
        return tx.one(FIND, SqlTests::read, clinic, test);
    }

    List<PositionTest> ofVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.list(OF_VISIT, SqlTests::read, clinic, visit);
    }

    List<PositionTest> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlTests::read, clinic, patient);
    }

    private static PositionTest read(Found row) throws SQLException {
        return new PositionTest(
                row.id("id"),
                row.id("clinic_id"),
                row.id("visit_id"),
                row.id("patient_id"),
                row.text("position_id"),
                row.number("protocol_version"),
                row.constant("fixation", Fixation.class),
                row.text("stabilisation"),
                row.text("sensor_site"),
                row.id("sensor_id"),
                row.constant("first_side", Side.class),
                row.instant("created_at"));
    }
}
