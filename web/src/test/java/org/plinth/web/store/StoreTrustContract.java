package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.CurveCalibration;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.curve.LinearCurve;
import org.plinth.calibration.curve.PiecewiseCurve;
import org.plinth.calibration.curve.QuadraticCurve;
import org.plinth.calibration.curve.Range;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ChainIdentity;
import org.plinth.calibration.run.Direction;
import org.plinth.calibration.run.Settling;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.ReadingSource;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.store.TrustStore.Moment;
import org.plinth.web.store.TrustStore.What;

/** Calibration runs, checks, incidents and words about results. */
abstract class StoreTrustContract extends StoreRecordsContract {

    private static final Instant NOW = Samples.NOW;

    @Test
    void a_run_comes_back_with_masses_and_raw_readings_bit_for_bit() {
        OwnedMass mass = mass("A1", 5.0000123);
        BenchRun run = run(List.of(mass));
        BenchPoint zero = point(1, Direction.ASCENDING, 0, 1.0 / 3.0);
        BenchPoint loaded = point(2, Direction.DESCENDING, 5.0000123, 4213.1);
        store.write(samples.act("calibration.begin"), s -> {
            s.bench().add(mass);
            return s.bench().begin(run);
        });
        store.write(samples.act("calibration.point"), s -> {
            s.bench().addPoint(clinic(), run.id(), zero);
            s.bench().addPoint(clinic(), run.id(), loaded);
            return true;
        });

        BenchRun found = found(run);

        assertThat(found.points()).containsExactly(zero, loaded);
        assertThat(found.nextNumber()).isEqualTo(3);
        assertThat(found.masses()).containsExactly(mass);
        assertThat(found.setUp().chain()).isEqualTo(run.setUp().chain());
        assertThat(found.setUp().gravity()).isEqualTo(run.setUp().gravity());
        assertThat(found.run().reference()).isEqualTo(ReferenceUncertainty.of(List.of(mass.mass())));
        assertThat(all(s -> s.bench().ofSensor(clinic(), samples.sensor.id()))).containsExactly(found);
        assertThat(maybe(s -> s.bench().find(new Id<>(new java.util.UUID(1, 1)), run.id())))
                .isEmpty();
    }

    @Test
    void a_point_taken_back_counts_no_more_and_its_number_is_not_used_again() {
        BenchRun run = begun();
        store.write(samples.act("calibration.point"), s -> {
            s.bench().addPoint(clinic(), run.id(), point(1, Direction.ASCENDING, 0, 8));
            return true;
        });
        store.write(samples.act("calibration.undo"), s -> {
            s.bench().undoPoint(clinic(), run.id(), 1);
            return true;
        });

        assertThat(found(run).points()).isEmpty();
        assertThat(found(run).nextNumber()).isEqualTo(2);
        assertThat(failure(() -> store.write(samples.act("calibration.undo"), s -> {
                            s.bench().undoPoint(clinic(), run.id(), 1);
                            return true;
                        }))
                        .reason())
                .isEqualTo(StoreFailure.Reason.NOT_FOUND);
        assertThat(failure(() -> store.write(samples.act("calibration.point"), s -> {
                            s.bench().addPoint(clinic(), run.id(), point(1, Direction.ASCENDING, 0, 8));
                            return true;
                        }))
                        .reason())
                .isEqualTo(StoreFailure.Reason.DUPLICATE);
    }

    @Test
    void an_ended_run_takes_nothing_more_and_is_found_behind_its_calibration() {
        BenchRun run = begun();
        StoredCalibration made = samples.calibration(NOW, NOW.plus(Duration.ofDays(365)), 9.8);
        BenchRun.Finish finish = new BenchRun.Finish(
                made.id(), "C-0001", Optional.of(Decision.CANNOT_TELL), Decision.PASS, "{\"a1_N_per_kgf\":9.8}");
        BenchRun ended = store.write(samples.act("calibration.accept"), s -> {
            s.sensors().addCalibration(made);
            return s.bench().amend(with(found(s, run), BenchRun.State.ACCEPTED, Optional.of(finish)), 1);
        });

        assertThat(ended.finish()).contains(finish);
        assertThat(ended.version()).isEqualTo(2);
        assertThat(maybe(s -> s.bench().behind(clinic(), made.id()))).contains(ended);
        int certificates = store.read(s -> s.bench().certificates(clinic()));
        assertThat(certificates).isEqualTo(1);
        assertThat(failure(() -> store.write(samples.act("calibration.point"), s -> {
                            s.bench().addPoint(clinic(), run.id(), point(1, Direction.ASCENDING, 0, 8));
                            return true;
                        }))
                        .reason())
                .isEqualTo(StoreFailure.Reason.WRONG_STATE);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void of_two_who_change_a_run_the_slower_sees_the_newer_one() {
        BenchRun run = begun();
        store.write(samples.act("calibration.setUp"), s -> s.bench().amend(found(s, run), 1));

        StoreFailure failure = failure(() ->
                store.write(samples.act("calibration.setUp"), s -> s.bench().amend(found(s, run), 1)));

        assertThat(failure.reason()).isEqualTo(StoreFailure.Reason.OLD_VERSION);
        assertThat(failure.current()).containsInstanceOf(BenchRun.class);
    }

    @Test
    void curves_of_every_kind_come_back_as_they_were() {
        Range range = new Range(-0.1, 42090.2);
        List<CalibrationCurve> curves = List.of(
                new LinearCurve(1.0 / 3.0, 0.0116559, range),
                new QuadraticCurve(0.0043569, 1.0 / 7.0, -1.6e-10, range),
                new PiecewiseCurve(List.of(
                        new PiecewiseCurve.Knot(0, 0),
                        new PiecewiseCurve.Knot(0.1, 0.3),
                        new PiecewiseCurve.Knot(7e9, 9))));
        for (CalibrationCurve curve : curves) {
            Id<StoredCalibration> id = samples.id();
            Instant until = NOW.plus(Duration.ofDays(1));
            StoredCalibration stored = new StoredCalibration(
                    id,
                    clinic(),
                    samples.sensor.id(),
                    new CurveCalibration(id.toString(), curve, 8.25, NOW, until),
                    NOW,
                    until);
            store.write(samples.act("calibration.accept"), s -> {
                s.sensors().addCalibration(stored);
                return true;
            });

            assertThat(maybe(s -> s.sensors().findCalibration(clinic(), id))).contains(stored);
        }
    }

    @Test
    void everything_that_bears_on_trust_comes_in_the_order_in_which_it_happened() {
        Samples.Course course = samples.course(store, "Ada");
        StoredCalibration made = samples.calibration(NOW.minus(Duration.ofDays(9)), NOW.plusSeconds(60), 9.8);
        SensorCheck failed = check(SensorCheck.Outcome.FAIL, NOW);
        SensorCheck reference = check(SensorCheck.Outcome.REFERENCE, NOW.minus(Duration.ofDays(8)));
        SensorIncident drop = samples.drop();
        store.write(samples.act("sensor.check"), s -> {
            s.sensors().addCalibration(made);
            s.trust().add(failed);
            s.trust().add(reference);
            s.trust().add(drop);
            return true;
        });

        List<Moment> moments = all(s -> s.trust().moments(clinic()));

        assertThat(moments).extracting(Moment::what).containsExactly(What.CALIBRATED, What.DROP, What.OBJECT_FAIL);
        assertThat(moments.get(0).until()).contains(made.validUntil());
        assertThat(moments.get(0).reference()).isEqualTo(made.id().toString());
        assertThat(moments).extracting(Moment::serial).containsOnly(samples.sensor.serial());
        assertThat(all(s ->
                        s.trust().momentsOfPatient(clinic(), course.patient().id())))
                .isEqualTo(moments);
        assertThat(all(s -> s.trust().checks(clinic(), samples.sensor.id(), 10)))
                .containsExactly(failed, reference);
        assertThat(all(s -> s.trust().checks(clinic(), samples.sensor.id(), 1))).containsExactly(failed);
        assertThat(all(s -> s.trust().incidents(clinic(), samples.sensor.id(), 10)))
                .containsExactly(drop);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void a_sensor_of_which_nothing_is_known_is_known_all_the_same() {
        assertThat(all(s -> s.trust().moments(clinic())))
                .extracting(Moment::what)
                .containsExactly(What.KNOWN);
    }

    @Test
    void of_the_words_on_a_test_the_newest_stands_and_two_at_once_are_told_apart() {
        Samples.Course course = samples.course(store, "Ada");
        TestTrust first = word(course, true);
        TestTrust second = word(course, false);
        store.write(act("sent back by the maker unharmed"), s -> s.trust().say(first, 0));
        TestTrust standing =
                store.write(act("the maker was wrong"), s -> s.trust().say(second, 1));

        assertThat(standing.number()).isEqualTo(2);
        assertThat(standing.reason()).isEqualTo("the maker was wrong");
        assertThat(all(s -> s.trust().wordsOfPatient(clinic(), course.patient().id())))
                .containsExactly(standing);
        assertThat(all(s -> s.trust().wordsOfVisit(clinic(), course.visit().id())))
                .containsExactly(standing);
        assertThat(all(s -> s.trust().words(clinic()))).containsExactly(standing);
        assertThat(failure(() -> store.write(act("too late"), s -> s.trust().say(word(course, true), 1)))
                        .reason())
                .isEqualTo(StoreFailure.Reason.OLD_VERSION);
        assertThat(failure(() -> store.write(act(""), s -> s.trust().say(word(course, true), 2)))
                        .reason())
                .isEqualTo(StoreFailure.Reason.INVALID);
    }

    private Act act(String reason) {
        return new Act(clinic(), samples.clinician.id(), NOW, "test.trust", reason, "");
    }

    private TestTrust word(Samples.Course course, boolean trusted) {
        return new TestTrust(
                samples.id(),
                clinic(),
                course.patient().id(),
                course.visit().id(),
                course.test().id(),
                1,
                trusted,
                NOW,
                samples.clinician.id(),
                "");
    }

    private SensorCheck check(SensorCheck.Outcome outcome, Instant at) {
        boolean compared = outcome != SensorCheck.Outcome.REFERENCE;
        return new SensorCheck(
                samples.id(),
                clinic(),
                samples.sensor.id(),
                SensorCheck.Kind.OBJECT,
                at,
                "Kettle bell",
                compared ? Optional.of(Force.ofNewtons(98)) : Optional.empty(),
                Force.ofNewtons(100),
                compared ? Optional.of(Force.ofNewtons(0.98)) : Optional.empty(),
                Optional.empty(),
                Optional.of(new SensorCheck.Raw(0.1, OptionalDouble.of(10.3))),
                ReadingSource.SENSOR,
                outcome,
                Optional.empty(),
                samples.clinician.id(),
                "");
    }

    private BenchRun begun() {
        OwnedMass mass = mass("A1", 5);
        BenchRun run = run(List.of(mass));
        return store.write(samples.act("calibration.begin"), s -> {
            s.bench().add(mass);
            return s.bench().begin(run);
        });
    }

    private OwnedMass mass(String label, double kilograms) {
        return new OwnedMass(
                samples.id(),
                clinic(),
                new ReferenceMass(
                        label, "Sample laboratory 17", Optional.of(LocalDate.of(2026, 1, 5)), 5, kilograms, 1e-4, 2));
    }

    private BenchRun run(List<OwnedMass> masses) {
        CalibrationRun setUp = new CalibrationRun(
                new ChainIdentity("Virtual", "V-0001", "1.0", List.of("hook 3", "strap")),
                org.plinth.calibration.run.Environment.notRecorded(),
                org.plinth.calibration.run.LoadingMode.PULL,
                org.plinth.calibration.run.ReadingUnit.KILOGRAM_FORCE,
                LocalGravity.at(51.24, 60),
                org.plinth.calibration.gravity.AirBuoyancy.STEEL_IN_USUAL_AIR,
                List.of(),
                new ReferenceUncertainty.NotStated(),
                List.of());
        return new BenchRun(
                samples.id(),
                clinic(),
                samples.sensor.id(),
                1,
                NOW,
                BenchRun.State.OPEN,
                setUp,
                masses,
                new BenchRun.Place("Room 2", OptionalDouble.of(51.24), OptionalDouble.of(60)),
                CurveModel.LINEAR,
                List.of(),
                1,
                Optional.empty(),
                NOW,
                samples.clinician.id(),
                "");
    }

    private static BenchRun with(BenchRun run, BenchRun.State state, Optional<BenchRun.Finish> finish) {
        return new BenchRun(
                run.id(),
                run.clinic(),
                run.sensor(),
                run.version(),
                run.startedAt(),
                state,
                run.setUp(),
                run.masses(),
                run.place(),
                run.model(),
                run.points(),
                run.nextNumber(),
                finish,
                run.at(),
                run.author(),
                run.reason());
    }

    private BenchRun found(BenchRun run) {
        return store.read(s -> found(s, run));
    }

    private BenchRun found(Stores stores, BenchRun run) {
        return stores.bench().find(clinic(), run.id()).orElseThrow();
    }

    private BenchPoint point(int number, Direction direction, double kilograms, double reading) {
        return new BenchPoint(
                CalibrationPoint.of(number, 1, direction, new Load.Mass(kilograms), reading)
                        .settled(new Settling(0.02, -0.01)),
                OptionalInt.of(160),
                ReadingSource.SENSOR,
                NOW,
                samples.clinician.id());
    }
}
