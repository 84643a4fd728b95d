package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.ReadingSource;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.clinic.Visit;

/** Tables {@code sensor_check}, {@code sensor_event} and {@code test_trust}: rows are added, never changed. */
final class SqlTrust implements TrustStore {

    private static final String OF_SENSORS = "(SELECT * FROM sensor WHERE clinic_id = ?)";
    private static final String OF_PATIENT =
            """
            (SELECT * FROM sensor WHERE clinic_id = ? AND id IN
                (SELECT sensor_id FROM position_test WHERE patient_id = ?))""";
    private static final String MOMENTS =
            """
            SELECT s.id AS sensor, s.driver_id, s.serial, m.what, m.ref, m.moment, m.ends, m.noted FROM %1$s s
            LEFT JOIN (
                SELECT sensor_id, 'CALIBRATED' AS what, id AS ref, valid_from AS moment, valid_until AS ends, at AS noted
                    FROM calibration WHERE clinic_id = ?
                UNION ALL SELECT sensor_id, kind || '_' || outcome, id, taken_at,
                    CAST(NULL AS TIMESTAMP WITH TIME ZONE), at
                    FROM sensor_check WHERE clinic_id = ? AND outcome IN ('PASS', 'FAIL')
                UNION ALL SELECT sensor_id, kind, id, happened_at, CAST(NULL AS TIMESTAMP WITH TIME ZONE), at
                    FROM sensor_event WHERE clinic_id = ?) m ON m.sensor_id = s.id
            ORDER BY m.moment, m.ref""";
    private static final String OF_CLINIC_MOMENTS = MOMENTS.formatted(OF_SENSORS);
    private static final String OF_PATIENT_MOMENTS = MOMENTS.formatted(OF_PATIENT);
    private static final String CHECKS =
            """
            SELECT * FROM sensor_check WHERE clinic_id = ? AND sensor_id = ?
            ORDER BY taken_at DESC, at DESC, id FETCH FIRST ? ROWS ONLY""";
    private static final String INCIDENTS =
            """
            SELECT * FROM sensor_event WHERE clinic_id = ? AND sensor_id = ?
            ORDER BY happened_at DESC, at DESC, id FETCH FIRST ? ROWS ONLY""";
    private static final String WORDS =
            """
            SELECT t.* FROM test_trust t WHERE t.clinic_id = ? %s
            AND t.number = (SELECT MAX(n.number) FROM test_trust n WHERE n.test_id = t.test_id) ORDER BY t.at, t.id""";
    private static final String OF_CLINIC_WORDS = WORDS.formatted("");
    private static final String OF_PATIENT_WORDS = WORDS.formatted("AND t.patient_id = ?");
    private static final String OF_VISIT_WORDS = WORDS.formatted("AND t.visit_id = ?");
    private static final String OF_TEST_WORD = WORDS.formatted("AND t.test_id = ?");

    private final Transaction tx;

    SqlTrust(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public List<Moment> moments(Id<Clinic> clinic) {
        return tx.list(OF_CLINIC_MOMENTS, SqlTrust::readMoment, clinic, clinic, clinic, clinic);
    }

    @Override
    public List<Moment> momentsOfPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT_MOMENTS, SqlTrust::readMoment, clinic, patient, clinic, clinic, clinic);
    }

    @Override
    public void add(SensorCheck check) {
        tx.requireClinic(check.clinic());
        Row row = Row.of("sensor_check")
                .set("id", check.id())
                .set("clinic_id", check.clinic())
                .set("sensor_id", check.sensor())
                .set("kind", check.kind())
                .set("taken_at", check.takenAt())
                .set("object", check.object())
                .set("reference_n", check.reference().map(Force::newtons))
                .set("indicated_n", check.indicated().newtons())
                .set("limit_n", check.limit().map(Force::newtons))
                .set("uncertainty_n", check.uncertainty().map(Force::newtons))
                .set("source", check.source())
                .set("raw_zero", check.raw().map(SensorCheck.Raw::zero))
                .set("raw_reading", check.raw().map(SensorCheck.Raw::loaded).orElse(OptionalDouble.empty()))
                .set("outcome", check.outcome())
                .set("calibration_id", check.calibration())
                .by(tx.act());
        tx.insert(row);
        tx.note("sensor:" + check.sensor(), Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public List<SensorCheck> checks(Id<Clinic> clinic, Id<Sensor> sensor, int limit) {
        return tx.list(CHECKS, SqlTrust::readCheck, clinic, sensor, limit);
    }

    @Override
    public void add(SensorIncident incident) {
        tx.requireClinic(incident.clinic());
        Row row = Row.of("sensor_event")
                .set("id", incident.id())
                .set("clinic_id", incident.clinic())
                .set("sensor_id", incident.sensor())
                .set("kind", incident.kind())
                .set("happened_at", incident.happenedAt())
                .set("detail", incident.detail())
                .by(tx.act());
        tx.insert(row);
        tx.note("sensor:" + incident.sensor(), Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public List<SensorIncident> incidents(Id<Clinic> clinic, Id<Sensor> sensor, int limit) {
        return tx.list(INCIDENTS, SqlTrust::readIncident, clinic, sensor, limit);
    }

    @Override
    public TestTrust say(TestTrust word, int lastSeen) {
        tx.requireClinic(word.clinic());
        Optional<TestTrust> before = wordOn(word.clinic(), word.test());
        int last = before.map(TestTrust::number).orElse(0);
        if (last != lastSeen) {
            throw StoreFailure.oldVersion("another word was said about the test", before.orElse(word));
        }
        Row row = Row.of("test_trust")
                .set("id", word.id())
                .set("clinic_id", word.clinic())
                .set("patient_id", word.patient())
                .set("visit_id", word.visit())
                .set("test_id", word.test())
                .set("number", last + 1)
                .set("trusted", word.trusted())
                .by(tx.act());
        tx.insert(row);
        tx.note("test:" + word.test(), before.map(SqlTrust::audited), Optional.of(row.audited()));
        return wordOn(word.clinic(), word.test()).orElseThrow();
    }

    @Override
    public List<TestTrust> wordsOfPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT_WORDS, SqlTrust::readWord, clinic, patient);
    }

    @Override
    public List<TestTrust> wordsOfVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.list(OF_VISIT_WORDS, SqlTrust::readWord, clinic, visit);
    }

    @Override
    public List<TestTrust> words(Id<Clinic> clinic) {
        return tx.list(OF_CLINIC_WORDS, SqlTrust::readWord, clinic);
    }

    @Override
    public Optional<TestTrust> wordOn(Id<Clinic> clinic, Id<PositionTest> test) {
        return tx.one(OF_TEST_WORD, SqlTrust::readWord, clinic, test);
    }

    private static String audited(TestTrust word) {
        return Row.of("test_trust")
                .set("id", word.id())
                .set("number", word.number())
                .set("trusted", word.trusted())
                .audited();
    }

    private static Moment readMoment(Found row) throws SQLException {
        Optional<String> what = row.optionalText("what");
        Id<Sensor> sensor = row.id("sensor");
        return new Moment(
                sensor,
                row.text("driver_id"),
                row.text("serial"),
                what.map(What::valueOf).orElse(What.KNOWN),
                what.isPresent() ? row.id("ref").toString() : sensor.toString(),
                what.isPresent() ? row.instant("moment") : Instant.EPOCH,
                row.optionalInstant("ends"),
                what.isPresent() ? row.instant("noted") : Instant.EPOCH);
    }

    private static SensorCheck readCheck(Found row) throws SQLException {
        OptionalDouble zero = row.optionalReal("raw_zero");
        return new SensorCheck(
                row.id("id"),
                row.id("clinic_id"),
                row.id("sensor_id"),
                row.constant("kind", SensorCheck.Kind.class),
                row.instant("taken_at"),
                row.text("object"),
                force(row, "reference_n"),
                Force.ofNewtons(row.real("indicated_n")),
                force(row, "limit_n"),
                force(row, "uncertainty_n"),
                zero.isPresent()
                        ? Optional.of(new SensorCheck.Raw(zero.getAsDouble(), row.optionalReal("raw_reading")))
                        : Optional.empty(),
                row.constant("source", ReadingSource.class),
                row.constant("outcome", SensorCheck.Outcome.class),
                row.optionalId("calibration_id"),
                row.id("author"),
                row.text("reason"));
    }

    private static SensorIncident readIncident(Found row) throws SQLException {
        return new SensorIncident(
                row.id("id"),
                row.id("clinic_id"),
                row.id("sensor_id"),
                row.constant("kind", SensorIncident.Kind.class),
                row.instant("happened_at"),
                row.text("detail"),
                row.id("author"));
    }

    private static TestTrust readWord(Found row) throws SQLException {
        return new TestTrust(
                row.id("id"),
                row.id("clinic_id"),
                row.id("patient_id"),
                row.id("visit_id"),
                row.id("test_id"),
                row.number("number"),
                row.is("trusted"),
                row.instant("at"),
                row.id("author"),
                row.text("reason"));
    }

    private static Optional<Force> force(Found row, String label) throws SQLException {
        OptionalDouble newtons = row.optionalReal(label);
        return newtons.isPresent() ? Optional.of(Force.ofNewtons(newtons.getAsDouble())) : Optional.empty();
    }
}
