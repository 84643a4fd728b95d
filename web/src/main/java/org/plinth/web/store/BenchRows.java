package org.plinth.web.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.AirBuoyancy;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ChainIdentity;
import org.plinth.calibration.run.Direction;
import org.plinth.calibration.run.Environment;
import org.plinth.calibration.run.LoadingMode;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.run.Settling;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.ReadingSource;

/** Rows of calibration runs, to and fro. */
final class BenchRows {

    private static final String LINE_END = "\n";

    private BenchRows() {}

    /** A mass of a run. */
    record MassOf(Id<BenchRun> run, OwnedMass mass) {}

    /** A point of a run, standing or taken back. */
    record PointOf(Id<BenchRun> run, BenchPoint point, boolean undone) {}

    static Row of(OwnedMass owned) {
        ReferenceMass mass = owned.mass();
        return Row.of("reference_mass")
                .set("id", owned.id())
                .set("clinic_id", owned.clinic())
                .set("label", mass.id())
                .set("certificate", mass.certificate())
                .set("certified_on", mass.certifiedOn())
                .set("nominal_kg", mass.nominalKilograms())
                .set("conventional_kg", mass.conventionalKilograms())
                .set("uncertainty_kg", mass.uncertaintyKilograms())
                .set("coverage_factor", mass.coverageFactor());
    }

    static OwnedMass mass(Found row) throws SQLException {
        return new OwnedMass(
                row.id("id"),
                row.id("clinic_id"),
                new ReferenceMass(
                        row.text("label"),
                        row.text("certificate"),
                        row.optionalDate("certified_on"),
                        row.real("nominal_kg"),
                        row.real("conventional_kg"),
                        row.real("uncertainty_kg"),
                        row.real("coverage_factor")));
    }

    static MassOf massOf(Found row) throws SQLException {
        return new MassOf(row.id("run_id"), mass(row));
    }

    /** Everything of a version but the fit's own text, which would be too long for the audit chain. */
    static Row content(BenchRun run, int version) {
        CalibrationRun setUp = run.setUp();
        return Row.of("calibration_run_version")
                .set("run_id", run.id())
                .set("version", version)
                .set("clinic_id", run.clinic())
                .set("state", run.state())
                .set("mode", setUp.mode())
                .set("reading_unit", setUp.readingUnit())
                .set("sensor_model", setUp.chain().sensorModel())
                .set("serial", setUp.chain().serial())
                .set("firmware", setUp.chain().firmware())
                .set("attachments", String.join(LINE_END, setUp.chain().attachments()))
                .set("place", run.place().name())
                .set("latitude_deg", run.place().latitudeDegrees())
                .set("height_m", run.place().heightMetres())
                .set("gravity_mps2", setUp.gravity().metresPerSecondSquared())
                .set("gravity_u_rel", setUp.gravity().relativeStandardUncertainty())
                .set("gravity_source", setUp.gravity().source())
                .set("air_density", setUp.buoyancy().airDensity())
                .set("mass_density", setUp.buoyancy().massDensity())
                .set("celsius", setUp.environment().celsius())
                .set("celsius_span", setUp.environment().celsiusSpan())
                .set("humidity_pct", setUp.environment().humidityPercent())
                .set("pressure_hpa", setUp.environment().hectopascals())
                .set("model", run.model())
                .set("calibration_id", run.finish().map(BenchRun.Finish::calibration))
                .set("certificate", run.finish().map(BenchRun.Finish::certificate))
                .set("as_found", run.finish().flatMap(BenchRun.Finish::asFound))
                .set("as_left", run.finish().map(BenchRun.Finish::asLeft));
    }

    static Row withFit(Row content, BenchRun run) {
        return content.set("fit_json", run.finish().map(BenchRun.Finish::fitJson));
    }

    static BenchRun run(Found row) throws SQLException {
        return new BenchRun(
                row.id("id"),
                row.id("clinic_id"),
                row.id("sensor_id"),
                row.number("version"),
                row.instant("started_at"),
                row.constant("state", BenchRun.State.class),
                setUp(row),
                List.of(),
                new BenchRun.Place(row.text("place"), row.optionalReal("latitude_deg"), row.optionalReal("height_m")),
                row.constant("model", CurveModel.class),
                List.of(),
                1,
                finish(row),
                row.instant("at"),
                row.id("author"),
                row.text("reason"));
    }

    private static CalibrationRun setUp(Found row) throws SQLException {
        String attachments = row.text("attachments");
        return new CalibrationRun(
                new ChainIdentity(
                        row.text("sensor_model"),
                        row.text("serial"),
                        row.text("firmware"),
                        attachments.isEmpty() ? List.of() : Arrays.asList(attachments.split(LINE_END, -1))),
                new Environment(
                        row.optionalReal("celsius"),
                        row.optionalReal("celsius_span"),
                        row.optionalReal("humidity_pct"),
                        row.optionalReal("pressure_hpa")),
                row.constant("mode", LoadingMode.class),
                row.constant("reading_unit", ReadingUnit.class),
                new LocalGravity(
                        row.real("gravity_mps2"),
                        row.real("gravity_u_rel"),
                        row.constant("gravity_source", LocalGravity.Source.class)),
                new AirBuoyancy(row.real("air_density"), row.real("mass_density")),
                List.of(),
                new ReferenceUncertainty.NotStated(),
                List.of());
    }

    private static Optional<BenchRun.Finish> finish(Found row) throws SQLException {
        Optional<String> certificate = row.optionalText("certificate");
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BenchRun.Finish(
                row.id("calibration_id"),
                certificate.get(),
                row.optionalText("as_found").map(Decision::valueOf),
                row.constant("as_left", Decision.class),
                row.text("fit_json")));
    }

    static PointOf pointOf(Found row) throws SQLException {
        OptionalDouble kilograms = row.optionalReal("load_kg");
        OptionalDouble fluctuation = row.optionalReal("fluctuation");
        CalibrationPoint point = new CalibrationPoint(
                row.number("number"),
                row.number("cycle"),
                row.constant("direction", Direction.class),
                kilograms.isPresent()
                        ? new Load.Mass(kilograms.getAsDouble())
                        : new Load.AppliedForce(row.real("load_n")),
                row.real("reading"),
                row.optionalReal("rotation_deg"),
                fluctuation.isPresent()
                        ? Optional.of(new Settling(fluctuation.getAsDouble(), row.real("drift")))
                        : Optional.empty(),
                row.optionalReal("hold_s"),
                row.optionalText("excluded"));
        return new PointOf(
                row.id("run_id"),
                new BenchPoint(
                        point,
                        row.optionalNumber("samples"),
                        row.constant("source", ReadingSource.class),
                        row.instant("at"),
                        row.id("author")),
                row.optionalText("undone").isPresent());
    }

    /** With its masses and its standing points. */
    static BenchRun whole(BenchRun bare, List<MassOf> masses, List<PointOf> points) {
        List<OwnedMass> own = masses.stream()
                .filter(one -> one.run().equals(bare.id()))
                .map(MassOf::mass)
                .toList();
        List<PointOf> all =
                points.stream().filter(one -> one.run().equals(bare.id())).toList();
        List<ReferenceMass> references = own.stream().map(OwnedMass::mass).toList();
        CalibrationRun setUp = bare.setUp();
        return new BenchRun(
                bare.id(),
                bare.clinic(),
                bare.sensor(),
                bare.version(),
                bare.startedAt(),
                bare.state(),
                new CalibrationRun(
                        setUp.chain(),
                        setUp.environment(),
                        setUp.mode(),
                        setUp.readingUnit(),
                        setUp.gravity(),
                        setUp.buoyancy(),
                        references,
                        ReferenceUncertainty.of(references),
                        List.of()),
                own,
                bare.place(),
                bare.model(),
                all.stream().filter(one -> !one.undone()).map(PointOf::point).toList(),
                all.stream().mapToInt(one -> one.point().point().row()).max().orElse(0) + 1,
                bare.finish(),
                bare.at(),
                bare.author(),
                bare.reason());
    }
}
