package org.plinth.web.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plinth.calibration.reference.Load;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;

/** Tables {@code calibration_run…}, {@code calibration_point…} and {@code reference_mass}; rows are read in {@link BenchRows}. */
final class SqlBench implements BenchStore {

    private static final String MASSES =
            """
            SELECT m.* FROM reference_mass m WHERE m.clinic_id = ? ORDER BY m.nominal_kg, m.label, m.at, m.id""";
    private static final String ONE = "r.clinic_id = ? AND r.id = ?";
    private static final String BEHIND =
            """
            r.clinic_id = ? AND r.id IN (SELECT b.run_id FROM calibration_run_version b WHERE b.calibration_id = ?)""";
    private static final String OF_SENSOR = "r.clinic_id = ? AND r.sensor_id = ?";
    private static final String NEWEST_FIRST = " ORDER BY r.started_at DESC, r.id";
    private static final String RUNS =
            """
            SELECT r.id, r.clinic_id, r.sensor_id, r.started_at, v.version, v.state, v.mode, v.reading_unit,
                v.sensor_model, v.serial, v.firmware, v.attachments, v.place, v.latitude_deg, v.height_m, v.gravity_mps2,
                v.gravity_u_rel, v.gravity_source, v.air_density, v.mass_density, v.celsius, v.celsius_span,
                v.humidity_pct, v.pressure_hpa, v.model, v.calibration_id, v.certificate, v.as_found, v.as_left,
                v.fit_json, v.at, v.author, v.reason
            FROM calibration_run r JOIN calibration_run_version v ON v.run_id = r.id AND v.version = r.head_version
            WHERE\s""";
    private static final String RUN_MASSES =
            """
            SELECT rm.run_id, m.* FROM calibration_run r
            JOIN calibration_run_mass rm ON rm.run_id = r.id AND rm.version = r.head_version
            JOIN reference_mass m ON m.id = rm.mass_id WHERE\s""";
    private static final String POINTS =
            """
            SELECT p.run_id, p.number, p.cycle, p.direction, p.load_kg, p.load_n, p.reading, p.fluctuation, p.drift,
                p.samples, p.hold_s, p.rotation_deg, p.excluded, p.source, p.at, p.author, u.number AS undone
            FROM calibration_run r JOIN calibration_point p ON p.run_id = r.id
            LEFT JOIN calibration_point_undone u ON u.run_id = p.run_id AND u.number = p.number WHERE\s""";
    private static final String CERTIFICATES =
            "SELECT COUNT(*) AS n FROM calibration_run_version WHERE clinic_id = ? AND certificate IS NOT NULL";

    private final Transaction tx;

    SqlBench(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void add(OwnedMass owned) {
        tx.requireClinic(owned.clinic());
        Row row = BenchRows.of(owned).by(tx.act());
        tx.insert(row);
        tx.note("mass:" + owned.id(), Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public List<OwnedMass> masses(Id<Clinic> clinic) {
        return tx.list(MASSES, BenchRows::mass, clinic);
    }

    @Override
    public BenchRun begin(BenchRun run) {
        tx.requireClinic(run.clinic());
        tx.insert(Row.of("calibration_run")
                .set("id", run.id())
                .set("clinic_id", run.clinic())
                .set("sensor_id", run.sensor())
                .set("started_at", run.startedAt())
                .set("head_version", 1));
        write(run, 1, Optional.empty());
        return required(run);
    }

    @Override
    public BenchRun amend(BenchRun run, int versionSeen) {
        tx.requireClinic(run.clinic());
        BenchRun before = required(run);
        requireOpen(before);
        Supplier<BenchRun> current = () -> required(run);
        int next = Heads.CALIBRATION_RUN.move(tx, run.clinic(), run.id(), versionSeen, current);
        write(run, next, Optional.of(BenchRows.content(before, before.version())));
        return required(run);
    }

    private void write(BenchRun run, int version, Optional<Row> before) {
        Row content = BenchRows.content(run, version);
        Row row = BenchRows.withFit(BenchRows.content(run, version), run).by(tx.act());
        tx.insert(row);
        tx.insertAll(run.masses().stream()
                .map(owned -> Row.of("calibration_run_mass")
                        .set("run_id", run.id())
                        .set("version", version)
                        .set("mass_id", owned.id())
                        .set("clinic_id", run.clinic()))
                .toList());
        tx.note("calibration-run:" + run.id(), before.map(Row::audited), Optional.of(content.audited()));
    }

    private BenchRun required(BenchRun run) {
        return find(run.clinic(), run.id()).orElseThrow(() -> StoreFailure.notFound("calibration run"));
    }

    private static void requireOpen(BenchRun run) {
        if (run.state() != BenchRun.State.OPEN) {
            throw StoreFailure.wrongState("the run has ended", run);
        }
    }

    @Override
    public Optional<BenchRun> find(Id<Clinic> clinic, Id<BenchRun> run) {
        return list(ONE, clinic, run).stream().findFirst();
    }

    @Override
    public Optional<BenchRun> behind(Id<Clinic> clinic, Id<StoredCalibration> calibration) {
        return list(BEHIND, clinic, calibration).stream().findFirst();
    }

    @Override
    public List<BenchRun> ofSensor(Id<Clinic> clinic, Id<Sensor> sensor) {
        return list(OF_SENSOR, clinic, sensor);
    }

    private List<BenchRun> list(String which, Id<Clinic> clinic, Id<?> what) {
        List<BenchRun> bare = tx.list(RUNS + which + NEWEST_FIRST, BenchRows::run, clinic, what);
        if (bare.isEmpty()) {
            return bare;
        }
        List<BenchRows.MassOf> masses =
                tx.list(RUN_MASSES + which + " ORDER BY m.nominal_kg, m.label, m.id", BenchRows::massOf, clinic, what);
        List<BenchRows.PointOf> points =
                tx.list(POINTS + which + " ORDER BY p.run_id, p.number", BenchRows::pointOf, clinic, what);
        return bare.stream().map(run -> BenchRows.whole(run, masses, points)).toList();
    }

    @Override
    public void addPoint(Id<Clinic> clinic, Id<BenchRun> id, BenchPoint taken) {
        requireOpen(locked(clinic, id));
        var point = taken.point();
        boolean mass = point.load() instanceof Load.Mass;
        Row row = Row.of("calibration_point")
                .set("run_id", id)
                .set("number", point.row())
                .set("clinic_id", clinic)
                .set("cycle", point.cycle())
                .set("direction", point.direction())
                .set("load_kg", mass ? Optional.of(point.load().amount()) : Optional.empty())
                .set(
                        "load_n",
                        mass ? Optional.empty() : Optional.of(point.load().amount()))
                .set("reading", point.reading())
                .set("fluctuation", point.settling().map(how -> how.fluctuation()))
                .set("drift", point.settling().map(how -> how.drift()))
                .set("samples", taken.samples())
                .set("hold_s", point.holdSeconds())
                .set("rotation_deg", point.rotationDegrees())
                .set("excluded", point.excluded())
                .set("source", taken.source())
                .by(tx.act());
        tx.insert(row);
        tx.note("calibration-run:" + id, Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public void undoPoint(Id<Clinic> clinic, Id<BenchRun> id, int number) {
        BenchRun run = locked(clinic, id);
        requireOpen(run);
        if (run.points().stream().noneMatch(taken -> taken.point().row() == number)) {
            throw StoreFailure.notFound("point");
        }
        Row row = Row.of("calibration_point_undone")
                .set("run_id", id)
                .set("number", number)
                .set("clinic_id", clinic)
                .by(tx.act());
        tx.insert(row);
        tx.note("calibration-run:" + id, Optional.empty(), Optional.of(row.audited()));
    }

    /** Keeps the run from ending while a point is added: the head is written with what it is. */
    private BenchRun locked(Id<Clinic> clinic, Id<BenchRun> id) {
        tx.requireClinic(clinic);
        tx.update("UPDATE calibration_run SET head_version = head_version WHERE id = ? AND clinic_id = ?", id, clinic);
        return find(clinic, id).orElseThrow(() -> StoreFailure.notFound("calibration run"));
    }

    @Override
    public int certificates(Id<Clinic> clinic) {
        return tx.one(CERTIFICATES, (Found row) -> row.number("n"), clinic).orElse(0);
    }
}
