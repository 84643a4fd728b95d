package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.calibration.LinearCalibration;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;

/** Tables {@code sensor} and {@code calibration}: rows are added, never changed. */
final class SqlSensors implements SensorStore {

    private static final String FIND = "SELECT * FROM sensor WHERE clinic_id = ? AND id = ?";
    private static final String BY_SERIAL = "SELECT * FROM sensor WHERE clinic_id = ? AND driver_id = ? AND serial = ?";
    private static final String ALL = "SELECT * FROM sensor WHERE clinic_id = ? ORDER BY label, id";
    private static final String FIND_CALIBRATION = "SELECT * FROM calibration WHERE clinic_id = ? AND id = ?";
    private static final String VALID =
            """
            SELECT * FROM calibration WHERE clinic_id = ? AND sensor_id = ? AND valid_from <= ? AND valid_until > ?
            ORDER BY valid_from DESC, at DESC, id FETCH FIRST 1 ROWS ONLY""";
    private static final String CALIBRATIONS =
            "SELECT * FROM calibration WHERE clinic_id = ? AND sensor_id = ? ORDER BY valid_from DESC, at DESC, id";

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
        LinearCalibration line = calibration.line();
        if (!line.id().equals(calibration.id().toString())) {
            throw StoreFailure.invalid("id", "the calibration and its line have different ids");
        }
        Row row = Row.of("calibration")
                .set("id", calibration.id())
                .set("clinic_id", calibration.clinic())
                .set("sensor_id", calibration.sensor())
                .set("newtons_per_unit", line.newtonsPerUnit())
                .set("intercept_n", line.interceptNewtons())
                .set("valid_from", line.validFrom())
                .set("valid_until", line.validUntil())
                .set("at", tx.act().at())
                .set("author", tx.act().actor());
        tx.insert(row);
        tx.note("calibration:" + calibration.id(), Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public Optional<StoredCalibration> findCalibration(Id<Clinic> clinic, Id<StoredCalibration> calibration) {
        return tx.one(FIND_CALIBRATION, SqlSensors::readCalibration, clinic, calibration);
    }

    @Override
    public Optional<StoredCalibration> calibrationAt(Id<Clinic> clinic, Id<Sensor> sensor, Instant moment) {
        return tx.one(VALID, SqlSensors::readCalibration, clinic, sensor, moment, moment);
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
        return new StoredCalibration(
                id,
                row.id("clinic_id"),
                row.id("sensor_id"),
                new LinearCalibration(
                        id.toString(),
                        row.real("newtons_per_unit"),
                        row.real("intercept_n"),
                        row.instant("valid_from"),
                        row.instant("valid_until")));
    }
}
