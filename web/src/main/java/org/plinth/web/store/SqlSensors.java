package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.CurveCalibration;
import org.plinth.calibration.LinearCalibration;
import org.plinth.calibration.curve.Range;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;

/** Tables {@code sensor}, {@code calibration} and {@code calibration_curve}: rows are added, never changed. */
final class SqlSensors implements SensorStore {

    private static final String FIND = "SELECT * FROM sensor WHERE clinic_id = ? AND id = ?";
    private static final String BY_SERIAL = "SELECT * FROM sensor WHERE clinic_id = ? AND driver_id = ? AND serial = ?";
    private static final String ALL = "SELECT * FROM sensor WHERE clinic_id = ? ORDER BY label, id";
    private static final String CALIBRATION =
            """
            SELECT c.*, k.zero_reading, k.kind, k.numbers FROM calibration c
            LEFT JOIN calibration_curve k ON k.calibration_id = c.id WHERE c.clinic_id = ?\s""";
    private static final String FIND_CALIBRATION = CALIBRATION + "AND c.id = ?";
    private static final String OF_SENSOR = CALIBRATION + "AND c.sensor_id = ? ";
    private static final String NEWEST_FIRST = "ORDER BY c.valid_from DESC, c.at DESC, c.id";
    private static final String IN_FORCE =
            OF_SENSOR + "AND c.valid_from <= ? " + NEWEST_FIRST + " FETCH FIRST 1 ROWS ONLY";
    private static final String CALIBRATIONS = OF_SENSOR + NEWEST_FIRST;

    private final Transaction tx;

    SqlSensors(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void add(Sensor sensor) {
        tx.requireClinic(sensor.clinic());
        Row row = Row.of("sensor")
                .set("id", sensor.id())
                .set("clinic_id", sensor.clinic())
                .set("driver_id", sensor.driverId())
                .set("serial", sensor.serial())
                .set("label", sensor.label());
        tx.insert(row);
        tx.note("sensor:" + sensor.id(), Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public Optional<Sensor> find(Id<Clinic> clinic, Id<Sensor> sensor) {
        return tx.one(FIND, SqlSensors::read, clinic, sensor);
    }

    @Override
    public Optional<Sensor> findBySerial(Id<Clinic> clinic, String driverId, String serial) {
        return tx.one(BY_SERIAL, SqlSensors::read, clinic, driverId, serial);
    }

    @Override
    public List<Sensor> all(Id<Clinic> clinic) {
        return tx.list(ALL, SqlSensors::read, clinic);
    }

    @Override
    public void addCalibration(StoredCalibration calibration) {
        tx.requireClinic(calibration.clinic());
        if (!calibration.curve().id().equals(calibration.id().toString())) {
            throw StoreFailure.invalid("id", "the calibration and its curve have different ids");
        }
        LinearCalibration line = line(calibration);
        Row row = Row.of("calibration")
                .set("id", calibration.id())
                .set("clinic_id", calibration.clinic())
                .set("sensor_id", calibration.sensor())
                .set("newtons_per_unit", line.newtonsPerUnit())
                .set("intercept_n", line.interceptNewtons())
                .set("valid_from", calibration.validFrom())
                .set("valid_until", calibration.validUntil())
                .set("at", tx.act().at())
                .set("author", tx.act().actor());
        tx.insert(row);
        Optional<Row> curve = calibration.curve() instanceof CurveCalibration curved
                ? Optional.of(curve(calibration, curved))
                : Optional.empty();
        curve.ifPresent(tx::insert);
        tx.note(
                "calibration:" + calibration.id(),
                Optional.empty(),
                Optional.of(curve.map(row::audited).orElseGet(row::audited)));
    }

    /** The line itself, or the one through both ends of a curve, which nothing but old programs reads. */
    private static LinearCalibration line(StoredCalibration calibration) {
        if (calibration.curve() instanceof LinearCalibration line) {
            return line;
        }
        if (calibration.curve() instanceof CurveCalibration curved) {
            Range range = curved.curve().range();
            double slope =
                    (curved.curve().newtons(range.highest()) - curved.curve().newtons(range.lowest())) / range.width();
            double intercept = curved.curve().newtons(range.lowest()) - slope * (range.lowest() + curved.zeroReading());
            return new LinearCalibration(
                    curved.id(), slope, intercept, calibration.validFrom(), calibration.validUntil());
        }
        throw StoreFailure.invalid("curve", "what is not calibrated cannot be stored as a calibration");
    }

    private static Row curve(StoredCalibration calibration, CurveCalibration curved) {
        return Row.of("calibration_curve")
                .set("calibration_id", calibration.id())
                .set("clinic_id", calibration.clinic())
                .set("zero_reading", curved.zeroReading())
                .set("kind", CurveText.kind(curved.curve()))
                .set("numbers", CurveText.of(curved.curve()));
    }

    @Override
    public Optional<StoredCalibration> findCalibration(Id<Clinic> clinic, Id<StoredCalibration> calibration) {
        return tx.one(FIND_CALIBRATION, SqlSensors::readCalibration, clinic, calibration);
    }

    @Override
    public Optional<StoredCalibration> calibrationInForce(Id<Clinic> clinic, Id<Sensor> sensor, Instant moment) {
        return tx.one(IN_FORCE, SqlSensors::readCalibration, clinic, sensor, moment);
    }

    @Override
    public List<StoredCalibration> calibrations(Id<Clinic> clinic, Id<Sensor> sensor) {
        return tx.list(CALIBRATIONS, SqlSensors::readCalibration, clinic, sensor);
    }

    private static Sensor read(Found row) throws SQLException {
        return new Sensor(
                row.id("id"), row.id("clinic_id"), row.text("driver_id"), row.text("serial"), row.text("label"));
    }

    private static StoredCalibration readCalibration(Found row) throws SQLException {
        Id<StoredCalibration> id = row.id("id");
        Instant from = row.instant("valid_from");
        Instant until = row.instant("valid_until");
        Optional<String> kind = row.optionalText("kind");
        Calibration curve = kind.isPresent()
                ? new CurveCalibration(
                        id.toString(),
                        CurveText.parse(CurveModel.valueOf(kind.get()), row.text("numbers")),
                        row.real("zero_reading"),
                        from,
                        until)
                : new LinearCalibration(
                        id.toString(), row.real("newtons_per_unit"), row.real("intercept_n"), from, until);
        return new StoredCalibration(id, row.id("clinic_id"), row.id("sensor_id"), curve, from, until);
    }
}
