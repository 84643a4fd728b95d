package org.plinth.web.sensor;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.check.MassCheck;
import org.plinth.calibration.check.WeeklyCheck;
import org.plinth.calibration.check.ZeroCheck;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.validity.SensorState;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.Capability;
import org.plinth.web.capture.SensorDiary;
import org.plinth.web.capture.SensorHeld;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnedMass;
import org.plinth.web.clinic.ReadingSource;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorCheck.Kind;
import org.plinth.web.clinic.SensorCheck.Outcome;
import org.plinth.web.clinic.SensorCheck.Raw;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;
import org.plinth.web.trust.TrustBook;

/** Makes checks, and notes what happened to sensors. One transaction each. */
public final class CheckDesk {

    /** So many checks back an object's reference is looked for. */
    private static final int LOOK_BACK = 2000;

    private final Store store;
    private final BenchSensors sensors;
    private final RandomGenerator ids;
    private final SensorDiary diary;

    CheckDesk(Store store, BenchSensors sensors, RandomGenerator ids) {
        this.store = store;
        this.sensors = sensors;
        this.ids = ids;
        diary = new SensorDiary(ids);
    }

    /** What was read. */
    public sealed interface Reading {

        /**
         * A person read it from a display, its zero taken off.
         *
         * @param indicated what it showed
         */
        record Typed(Force indicated) implements Reading {}

        /**
         * Plinth read it on the bench, in the sensor's own unit.
         *
         * @param zero without the object
         * @param loaded with it; empty for a zero
         */
        record OnBench(double zero, OptionalDouble loaded) implements Reading {}
    }

    private record Read(
            Force indicated, Force step, Optional<Raw> raw, ReadingSource source, Optional<Id<StoredCalibration>> by) {}

    /** Connects a sensor to the bench. */
    public void toBench(Sensor sensor, boolean takeOver, boolean zero) {
        try {
            sensors.bench().connect(sensor, sensors.driver(sensor), takeOver, zero);
        } catch (SensorHeld held) {
            throw StoreFailure.wrongState(
                    held.stale() ? "capture.refused.SENSOR_HELD_STALE" : "capture.refused.SENSOR_HELD", sensor);
        }
    }

    /** Unit of the sensor's own numbers. */
    public ReadingUnit unit(Sensor sensor) {
        return sensors.unit(sensor);
    }

    /** Its maker's name for sensors of this kind. */
    public String modelOf(Sensor sensor) {
        return sensors.driver(sensor).displayName();
    }

    /** Reads the empty sensor on the bench. */
    public double readZero(Sensor sensor) {
        sensors.read(sensor, bench -> bench.readZero(sensor).stream().boxed().findFirst());
        return sensors.bench().zero(sensor).orElseThrow();
    }

    /** Reads what hangs on the bench, after a zero was read there. */
    public Reading onBench(Sensor sensor, boolean loaded) {
        OptionalDouble zero = sensors.bench().zero(sensor);
        if (zero.isEmpty()) {
            throw StoreFailure.wrongState("sensor.refused.ZERO_FIRST", sensor);
        }
        return new Reading.OnBench(
                zero.getAsDouble(),
                loaded ? OptionalDouble.of(sensors.read(sensor).mean()) : OptionalDouble.empty());
    }

    /** The unloaded sensor. */
    public SensorCheck zero(Act act, Sensor sensor, Reading reading) {
        if (reading instanceof Reading.OnBench && sensors.bench().wasZeroed(sensor)) {
            throw StoreFailure.wrongState("sensor.refused.ZERO_AFTER_TARE", sensor);
        }
        return store.write(act, stores -> {
            Read read = read(stores, act, sensor, reading);
            boolean passes = new ZeroCheck(act.at(), read.indicated()).passes();
            return add(
                    stores,
                    check(act, sensor, Kind.ZERO, "", read)
                            .against(
                                    Force.ZERO,
                                    ZeroCheck.LIMIT,
                                    Optional.empty(),
                                    passes ? Outcome.PASS : Outcome.FAIL));
        });
    }

    /** Any object that does not change. Its first reading with a calibration becomes what it should show. */
    public SensorCheck object(Act act, Sensor sensor, String object, Reading reading) {
        return store.write(act, stores -> {
            Read read = read(stores, act, sensor, reading);
            Half half = check(act, sensor, Kind.OBJECT, object, read);
            Optional<SensorCheck> reference = reference(stores, act, sensor, object, read);
            if (reference.isEmpty()) {
                if (inDoubtSince(stores, act, sensor).isPresent()) {
                    throw StoreFailure.wrongState("sensor.refused.REFERENCE_IN_DOUBT", sensor);
                }
                if (read.indicated().newtons() <= 0) {
                    throw StoreFailure.wrongState("sensor.refused.NOTHING_HANGS", sensor);
                }
                return add(stores, half.asReference());
            }
            WeeklyCheck weekly = new WeeklyCheck(act.at(), reference.get().indicated(), read.indicated(), read.step());
            return add(
                    stores,
                    half.against(
                            weekly.reference(),
                            weekly.limit(),
                            Optional.empty(),
                            weekly.passes() ? Outcome.PASS : Outcome.FAIL));
        });
    }

    /** Since when something speaks against the sensor; empty where nothing does. */
    private static Optional<Instant> inDoubtSince(Stores stores, Act act, Sensor sensor) {
        SensorState state = TrustBook.ofClinic(stores, act.clinic())
                .sensor(sensor.driverId(), sensor.serial())
                .stateAt(act.at());
        return state instanceof SensorState.Suspect suspect ? Optional.of(suspect.since()) : Optional.empty();
    }

    /** What the object showed while nothing spoke against the sensor, read in the same way. */
    private static Optional<SensorCheck> reference(Stores stores, Act act, Sensor sensor, String object, Read read) {
        Optional<Instant> doubted = inDoubtSince(stores, act, sensor);
        return stores.trust().checks(act.clinic(), sensor.id(), LOOK_BACK).stream()
                .filter(check -> check.outcome() == Outcome.REFERENCE)
                .filter(check -> check.object().equalsIgnoreCase(object))
                .filter(check -> check.calibration().equals(read.by()))
                .filter(check -> check.source() == read.source())
                .filter(check -> doubted.filter(since -> !check.takenAt().isBefore(since))
                        .isEmpty())
                .findFirst();
    }

    /** A mass with its certificate, where the clinic last calibrated this sensor; else with standard gravity and its doubt. */
    public SensorCheck mass(Act act, Sensor sensor, Id<OwnedMass> massId, Reading reading) {
        return store.write(act, stores -> {
            OwnedMass owned = stores.bench().masses(act.clinic()).stream()
                    .filter(one -> one.id().equals(massId))
                    .findFirst()
                    .orElseThrow(() -> StoreFailure.notFound("mass"));
            Read read = read(stores, act, sensor, reading);
            MassCheck check = MassCheck.of(
                    new Load.Mass(owned.mass().conventionalKilograms()),
                    read.indicated(),
                    gravity(stores, act, sensor),
                    new ReferenceUncertainty.Expanded(2 * owned.mass().relativeStandardUncertainty(), 2),
                    read.step());
            Outcome outcome =
                    switch (check.decision()) {
                        case PASS -> Outcome.PASS;
                        case FAIL -> Outcome.FAIL;
                        case CANNOT_TELL -> Outcome.CANNOT_TELL;
                    };
            return add(
                    stores,
                    check(act, sensor, Kind.MASS, owned.mass().id(), read)
                            .against(
                                    check.applied(), check.limit(), Optional.of(check.expandedUncertainty()), outcome));
        });
    }

    private static LocalGravity gravity(Stores stores, Act act, Sensor sensor) {
        return stores.bench().ofSensor(act.clinic(), sensor.id()).stream()
                .findFirst()
                .map(BenchRun::setUp)
                .map(run -> run.gravity())
                .orElseGet(LocalGravity::assumedStandard);
    }

    /** Notes what happened. */
    public SensorIncident incident(Act act, Sensor sensor, SensorIncident.Kind kind, Instant at, String detail) {
        return store.write(act, stores -> {
            SensorIncident incident =
                    new SensorIncident(Id.random(ids), act.clinic(), sensor.id(), kind, at, detail, act.actor());
            stores.trust().add(incident);
            return incident;
        });
    }

    /** The firmware that it told on the bench; empty text where it told none. */
    public String firmwareOf(Sensor sensor) {
        return sensors.bench().firmware(sensor).orElseGet(() -> store.read(
                        stores -> stores.trust().incidents(sensor.clinic(), sensor.id(), LOOK_BACK).stream()
                                .filter(one -> one.kind() == SensorIncident.Kind.FIRMWARE_SEEN
                                        || one.kind() == SensorIncident.Kind.FIRMWARE_CHANGED)
                                .map(SensorIncident::detail)
                                .findFirst())
                .orElse(""));
    }

    /** Notes what a sensor on the bench tells of itself, where it is new. */
    public void told(Act act, Sensor sensor) {
        diary.told(store, act, sensor, sensors.bench().told(sensor));
    }

    private Read read(Stores stores, Act act, Sensor sensor, Reading reading) {
        Calibration calibration = sensors.calibration(stores, sensor, act.at());
        Optional<Id<StoredCalibration>> by = calibration.isCalibrated() ? Id.parse(calibration.id()) : Optional.empty();
        Force step = sensors.stepOfForce(sensor, calibration);
        if (reading instanceof Reading.OnBench bench) {
            double newtons = bench.loaded().isPresent()
                    ? calibration.newtons(bench.loaded().getAsDouble()) - calibration.newtons(bench.zero())
                    : calibration.newtons(bench.zero()) - ownZero(sensor, calibration);
            return new Read(
                    Force.ofNewtons(newtons),
                    step,
                    Optional.of(new Raw(bench.zero(), bench.loaded())),
                    ReadingSource.SENSOR,
                    by);
        }
        Force indicated = typed(sensor, calibration, ((Reading.Typed) reading).indicated());
        return new Read(indicated, step, Optional.empty(), ReadingSource.TYPED, by);
    }

    /** A sensor that zeroes itself shows 0 without load; of another one the calibration knows the unloaded reading. */
    private double ownZero(Sensor sensor, Calibration calibration) {
        boolean zeroesItself = sensors.driver(sensor).capabilities().contains(Capability.HARDWARE_TARE);
        return zeroesItself ? calibration.newtonsAtZeroReading() : 0;
    }

    /** A display shows the sensor's own number: it goes through the calibration as a sample does. */
    private Force typed(Sensor sensor, Calibration calibration, Force shown) {
        ForceUnit unit = sensors.driver(sensor)
                .spec()
                .unit()
                .force()
                .orElseThrow(() -> StoreFailure.wrongState("sensor.refused.TYPED_COUNTS", sensor));
        return Force.ofNewtons(
                calibration.newtons(shown.newtons() / unit.newtonsPerUnit()) - calibration.newtonsAtZeroReading());
    }

    private static SensorCheck add(Stores stores, SensorCheck check) {
        stores.trust().add(check);
        return check;
    }

    private Half check(Act act, Sensor sensor, Kind kind, String object, Read read) {
        return new Half(Id.random(ids), act, sensor, kind, object, read);
    }

    /** A check of which the outcome is still open. */
    private record Half(Id<SensorCheck> id, Act act, Sensor sensor, Kind kind, String object, Read read) {

        SensorCheck asReference() {
            return with(Optional.empty(), Optional.empty(), Optional.empty(), Outcome.REFERENCE);
        }

        SensorCheck against(Force reference, Force limit, Optional<Force> uncertainty, Outcome outcome) {
            return with(Optional.of(reference), Optional.of(limit), uncertainty, outcome);
        }

        private SensorCheck with(
                Optional<Force> reference, Optional<Force> limit, Optional<Force> uncertainty, Outcome outcome) {
            return new SensorCheck(
                    id,
                    act.clinic(),
                    sensor.id(),
                    kind,
                    act.at(),
                    object,
                    reference,
                    read.indicated(),
                    limit,
                    uncertainty,
                    read.raw(),
                    read.source(),
                    outcome,
                    read.by(),
                    act.actor(),
                    act.reason());
        }
    }
}
