package org.plinth.web.sensor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.CurveCalibration;
import org.plinth.calibration.LinearCalibration;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.conformity.PointVerdict;
import org.plinth.calibration.curve.LinearCurve;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.EvaluationOutcome;
import org.plinth.calibration.evaluation.Evaluator;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Settling;
import org.plinth.calibration.settle.SettlingState;
import org.plinth.calibration.uncertainty.BudgetInputs;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.BenchRun.State;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.ReadingSource;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Calibration runs: begun, filled with points, evaluated, accepted or rejected. One transaction each. */
public final class RunDesk {

    /** Time that a calibration is valid (clinical convention: once a year). */
    public static final Duration VALID = Duration.ofDays(365);

    /** A stop-watch in a hand: the evaluation takes readings this near to 30 s and 300 s [s]. */
    private static final double HOLD_TOLERANCE_SECONDS = 5;

    private static final int LOOK_BACK = 500;
    private static final Set<SensorIncident.Kind> HARMS =
            EnumSet.of(SensorIncident.Kind.DROP, SensorIncident.Kind.OVERLOAD, SensorIncident.Kind.FIRMWARE_CHANGED);

    private final Store store;
    private final BenchSensors sensors;
    private final RandomGenerator ids;
    private final Evaluator evaluator = new Evaluator(AcceptanceLimits.USUAL);

    RunDesk(Store store, BenchSensors sensors, RandomGenerator ids) {
        this.store = store;
        this.sensors = sensors;
        this.ids = ids;
    }

    /** Begins one, with the unit of the sensor's own numbers. */
    public BenchRun begin(
            Act act, Sensor sensor, CalibrationRun setUp, BenchRun.Place place, List<Id<OwnedMass>> masses) {
        return store.write(act, stores -> {
            List<OwnedMass> hung = stores.bench().masses(act.clinic()).stream()
                    .filter(owned -> masses.contains(owned.id()))
                    .sorted(Comparator.comparingDouble(
                            (OwnedMass owned) -> owned.mass().nominalKilograms()))
                    .toList();
            if (hung.size() != masses.size() || hung.isEmpty()) {
                throw StoreFailure.wrongState("sensor.refused.NO_MASSES", sensor);
            }
            return stores.bench()
                    .begin(new BenchRun(
                            Id.random(ids),
                            act.clinic(),
                            sensor.id(),
                            1,
                            act.at(),
                            State.OPEN,
                            setUp.in(sensors.unit(sensor)),
                            hung,
                            place,
                            CurveModel.LINEAR,
                            List.of(),
                            1,
                            Optional.empty(),
                            act.at(),
                            act.actor(),
                            act.reason()));
        });
    }

    /**
     * Takes the next point of the plan from the bench.
     *
     * @param turned whether the sensor is turned between runs; the first point decides
     */
    public BenchRun takePoint(Act act, Sensor sensor, Id<BenchRun> id, boolean turned) {
        BenchRun open = find(act, id);
        return take(act, sensor, open, next(open, turned));
    }

    /** The next point of the plan, read from a display. */
    public BenchRun typePoint(Act act, Id<BenchRun> id, double reading, boolean turned) {
        BenchRun open = find(act, id);
        return add(act, open, next(open, turned), reading, Optional.empty());
    }

    /**
     * Takes the next reading of creep from the bench.
     *
     * @throws StoreFailure WRONG_STATE if the load has not hung, by the server's clock, as long as the second reading needs
     */
    public BenchRun takeHeld(Act act, Sensor sensor, Id<BenchRun> id) {
        BenchRun open = find(act, id);
        return take(act, sensor, open, timed(open, held(open), act.at()));
    }

    /** The next reading of creep, read from a display when its time had come. */
    public BenchRun typeHeld(Act act, Id<BenchRun> id, double reading) {
        BenchRun open = find(act, id);
        return add(act, open, held(open), reading, Optional.empty());
    }

    private BenchRun find(Act act, Id<BenchRun> id) {
        return store.read(stores -> required(stores, act, id));
    }

    private BenchRun take(Act act, Sensor sensor, BenchRun open, RunPlan.Step step) {
        SettlingState.Settled settled = sensors.read(sensor);
        OtherLoad.require(open, step, settled.mean());
        return add(act, open, step, settled.mean(), Optional.of(settled));
    }

    private static RunPlan.Step next(BenchRun run, boolean turned) {
        return RunPlan.of(run)
                .turned(turned)
                .next()
                .orElseThrow(() -> StoreFailure.wrongState("sensor.refused.ALL_TAKEN", run));
    }

    private static RunPlan.Step held(BenchRun run) {
        return RunPlan.of(run).hold().orElseThrow(() -> StoreFailure.wrongState("sensor.refused.NO_HOLD", run));
    }

    /** The person's word for the first 30 s, the server's clock from there on. */
    private static RunPlan.Step timed(BenchRun run, RunPlan.Step step, Instant now) {
        double due = step.holdSeconds().orElseThrow();
        if (due == RunPlan.HOLD_FROM_SECONDS) {
            return step;
        }
        Instant first = run.points().get(run.points().size() - 1).at();
        double seconds =
                RunPlan.HOLD_FROM_SECONDS + Duration.between(first, now).toMillis() / 1000.0;
        if (seconds < due - HOLD_TOLERANCE_SECONDS) {
            throw StoreFailure.wrongState("sensor.refused.HOLD_EARLY", run);
        }
        if (seconds > due + HOLD_TOLERANCE_SECONDS) {
            throw StoreFailure.wrongState("sensor.refused.HOLD_LATE", run);
        }
        return new RunPlan.Step(
                step.cycle(),
                step.direction(),
                step.hanging(),
                step.kilograms(),
                step.rotation(),
                OptionalDouble.of(seconds));
    }

    private BenchRun add(
            Act act, BenchRun seen, RunPlan.Step step, double reading, Optional<SettlingState.Settled> settled) {
        return store.write(act, stores -> {
            CalibrationPoint point = new CalibrationPoint(
                    seen.nextNumber(),
                    step.cycle(),
                    step.direction(),
                    new Load.Mass(step.kilograms()),
                    reading,
                    step.rotation(),
                    settled.map(SettlingState.Settled::how).map(how -> new Settling(how.fluctuation(), how.drift())),
                    step.holdSeconds(),
                    Optional.empty());
            stores.bench()
                    .addPoint(
                            act.clinic(),
                            seen.id(),
                            new BenchPoint(
                                    point,
                                    settled.map(known -> OptionalInt.of(known.samples()))
                                            .orElse(OptionalInt.empty()),
                                    settled.isPresent() ? ReadingSource.SENSOR : ReadingSource.TYPED,
                                    act.at(),
                                    act.actor()));
            return required(stores, act, seen.id());
        });
    }

    /** Takes the last point back. */
    public BenchRun undo(Act act, Id<BenchRun> id) {
        return store.write(act, stores -> {
            BenchRun run = required(stores, act, id);
            if (run.points().isEmpty()) {
                throw StoreFailure.wrongState("sensor.refused.NOTHING_TO_UNDO", run);
            }
            BenchPoint last = run.points().get(run.points().size() - 1);
            stores.bench().undoPoint(act.clinic(), id, last.point().row());
            return required(stores, act, id);
        });
    }

    /** What the points say so far. */
    public EvaluationOutcome evaluate(Sensor sensor, BenchRun run) {
        return evaluator.evaluate(run.run(), run.model(), BudgetInputs.usual(sensors.step(sensor)));
    }

    /** What the sensor showed with the calibration that it came with. */
    public Optional<Conformity> asFound(Stores stores, Sensor sensor, BenchRun run, Evaluation evaluation) {
        return stores.sensors()
                .calibrationInForce(run.clinic(), sensor.id(), run.startedAt())
                .map(StoredCalibration::curve)
                .map(before -> evaluator.asFound(evaluation, before));
    }

    /** Fits another curve. */
    public BenchRun model(Act act, Id<BenchRun> id, int versionSeen, CurveModel model) {
        return store.write(act, stores -> {
            BenchRun run = required(stores, act, id);
            return stores.bench().amend(with(run, State.OPEN, model, Optional.empty()), versionSeen);
        });
    }

    /** Ends it without a calibration. */
    public BenchRun reject(Act act, Id<BenchRun> id, int versionSeen) {
        return store.write(act, stores -> {
            BenchRun run = required(stores, act, id);
            return stores.bench().amend(with(run, State.REJECTED, run.model(), Optional.empty()), versionSeen);
        });
    }

    /**
     * Makes a calibration of it, from now on for a year. What the sensor showed before is a check of its accuracy: where it failed, the
     * results since the last good check are in doubt.
     *
     * @throws StoreFailure WRONG_STATE if it fails its limits, if there is no curve, or if no way up and down is whole
     */
    public BenchRun accept(Act act, Sensor sensor, Id<BenchRun> id, int versionSeen) {
        return store.write(act, stores -> {
            BenchRun run = required(stores, act, id);
            if (!(evaluate(sensor, run) instanceof EvaluationOutcome.Evaluated evaluated)) {
                throw StoreFailure.wrongState("sensor.refused.NO_CURVE", run);
            }
            if (run.points().size() < RunPlan.of(run).perCycle()) {
                throw StoreFailure.wrongState("sensor.refused.NO_WAY_DOWN", run);
            }
            Evaluation evaluation = evaluated.evaluation();
            if (evaluation.decision() == Decision.FAIL) {
                throw StoreFailure.wrongState("sensor.refused.FAILS", run);
            }
            requireUnharmed(stores, run);
            Optional<Conformity> found = asFound(stores, sensor, run, evaluation);
            found.ifPresent(conformity -> noteFound(stores, act, run, conformity));
            StoredCalibration made = calibration(act, run, evaluation);
            stores.sensors().addCalibration(made);
            BenchRun.Finish finish = new BenchRun.Finish(
                    made.id(),
                    certificate(stores, act),
                    found.map(Conformity::decision),
                    evaluation.decision(),
                    AcceptedFigures.of(evaluation).toString());
            return stores.bench().amend(with(run, State.ACCEPTED, run.model(), Optional.of(finish)), versionSeen);
        });
    }

    /** What happened to the sensor after the first load was hung may have changed what the points say. */
    private static void requireUnharmed(Stores stores, BenchRun run) {
        Instant first = run.points().get(0).at();
        boolean harmed = stores.trust().incidents(run.clinic(), run.sensor(), LOOK_BACK).stream()
                .filter(incident -> HARMS.contains(incident.kind()))
                .anyMatch(incident -> incident.happenedAt().isAfter(first));
        if (harmed) {
            throw StoreFailure.wrongState("sensor.refused.HARMED_SINCE", run);
        }
    }

    /** The point that says the worst, and of several that say so the one that is furthest beyond its limit. */
    private void noteFound(Stores stores, Act act, BenchRun run, Conformity found) {
        Optional<PointVerdict> worst = found.points().stream()
                .max(Comparator.comparingInt((PointVerdict point) -> badness(point.decision()))
                        .thenComparingDouble(point -> Math.abs(point.error()) / point.limit()));
        worst.ifPresent(point -> stores.trust()
                .add(new SensorCheck(
                        Id.random(ids),
                        act.clinic(),
                        run.sensor(),
                        SensorCheck.Kind.MASS,
                        run.points().get(0).at(),
                        "as found",
                        Optional.of(Force.ofNewtons(point.newtons())),
                        Force.ofNewtons(point.newtons() + point.error()),
                        Optional.of(Force.ofNewtons(point.limit())),
                        Optional.of(Force.ofNewtons(point.expandedUncertainty())),
                        Optional.empty(),
                        ReadingSource.SENSOR,
                        SensorCheck.Outcome.valueOf(point.decision().name()),
                        stores.sensors()
                                .calibrationInForce(act.clinic(), run.sensor(), run.startedAt())
                                .map(StoredCalibration::id),
                        act.actor(),
                        "")));
    }

    private static int badness(Decision decision) {
        return switch (decision) {
            case PASS -> 0;
            case CANNOT_TELL -> 1;
            case FAIL -> 2;
        };
    }

    /** Valid from now on; its time runs from when the last load was hung. */
    private StoredCalibration calibration(Act act, BenchRun run, Evaluation evaluation) {
        Id<StoredCalibration> id = Id.random(ids);
        Instant until = run.points().get(run.points().size() - 1).at().plus(VALID);
        if (!act.at().isBefore(until)) {
            throw StoreFailure.wrongState("sensor.refused.RUN_TOO_OLD", run);
        }
        Calibration curve = evaluation.fit().curve() instanceof LinearCurve line
                ? new LinearCalibration(
                        id.toString(), line.a1(), line.a0() - line.a1() * evaluation.zeroReading(), act.at(), until)
                : new CurveCalibration(
                        id.toString(), evaluation.fit().curve(), evaluation.zeroReading(), act.at(), until);
        return new StoredCalibration(id, run.clinic(), run.sensor(), curve, act.at(), until);
    }

    private static String certificate(Stores stores, Act act) {
        int year = act.at().atZone(java.time.ZoneOffset.UTC).getYear();
        return String.format(Locale.ROOT, "PL-%d-%04d", year, stores.bench().certificates(act.clinic()) + 1);
    }

    private static BenchRun required(Stores stores, Act act, Id<BenchRun> id) {
        return stores.bench().find(act.clinic(), id).orElseThrow(() -> StoreFailure.notFound("calibration run"));
    }

    private static BenchRun with(BenchRun run, State state, CurveModel model, Optional<BenchRun.Finish> finish) {
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
                model,
                run.points(),
                run.nextNumber(),
                finish,
                run.at(),
                run.author(),
                run.reason());
    }
}
