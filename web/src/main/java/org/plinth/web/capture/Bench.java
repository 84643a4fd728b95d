package org.plinth.web.capture;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.plinth.calibration.settle.SettlingRule;
import org.plinth.calibration.settle.SettlingState;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.Capability;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.virtual.WeightStand;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Visit;

/**
 * Sensors on the calibration bench. The bench holds a sensor as a visit does, under the sensor's own id, so that no sensor is in two
 * hands; what it reads is shown and kept as numbers, not as a recording. Thread-safe.
 */
public final class Bench {

    /** Full scale for a sensor that tells bare counts, before anything is known of it [count]. */
    private static final double COUNTS = 50_000;

    private static final double USUAL_NEWTONS = 500;

    /** Two seconds that move by less than this part of the full scale: an engineering value, so that a swing is no hysteresis. */
    private static final double LARGEST_DRIFT = 2e-4;

    private static final double LARGEST_FLUCTUATION = 2e-3;
    private static final long WINDOW_MICROS = 2_000_000;
    private static final long PATIENCE_MICROS = 60_000_000;

    private final SensorRoom room;
    private final Stands stands;
    private final HostTime time;
    private final Map<Id<Sensor>, BenchSession> sessions = new ConcurrentHashMap<>();

    /** Stands of virtual sensors. */
    @FunctionalInterface
    public interface Stands {

        /** There are none. */
        Stands NONE = id -> Optional.empty();

        /** The stand of a sensor; empty for a real one. */
        Optional<WeightStand> of(String peripheralId);
    }

    /** With the sensors of this room. */
    public Bench(SensorRoom room, Stands stands, HostTime time) {
        this.room = room;
        this.stands = stands;
        this.time = time;
    }

    /**
     * Puts a sensor on the bench and listens to it.
     *
     * @param zero whether it sets its zero by command first, where it can
     * @throws SensorHeld if a visit holds it
     */
    public void connect(Sensor sensor, SensorDriver driver, boolean takeOver, boolean zero) {
        boolean zeroes = zero && driver.capabilities().contains(Capability.HARDWARE_TARE);
        BenchSession session = new BenchSession(rule(driver), zeroes, time);
        stand(sensor).ifPresent(stand -> stand.hang(0));
        listen(holder(sensor.id()), sensor.serial(), takeOver, zeroes, session);
        sessions.put(sensor.id(), session);
    }

    /** The bench holds it as a visit does. */
    private void listen(Id<Visit> holder, String peripheralId, boolean takeOver, boolean zero, RawEar.Raw raw) {
        room.alone(peripheralId, () -> {
            if (!room.take(holder, peripheralId, takeOver)) {
                room.required(holder, peripheralId).station().fallSilent();
            }
            SensorStation station = room.required(holder, peripheralId).station();
            station.listen(raw, zero);
            return station;
        });
    }

    private static SettlingRule rule(SensorDriver driver) {
        SampleUnit unit = driver.spec().unit();
        double fullScale = unit.force()
                .map(ForceUnit::newtonsPerUnit)
                .map(per -> USUAL_NEWTONS / per)
                .orElse(COUNTS);
        return new SettlingRule(
                WINDOW_MICROS, PATIENCE_MICROS, LARGEST_DRIFT * fullScale, LARGEST_FLUCTUATION * fullScale);
    }

    /** What it says now. */
    public BenchState state(Sensor sensor) {
        BenchSession session = sessions.get(sensor.id());
        if (session == null || session.isSilent() || !room.isConnected(holder(sensor.id()), sensor.serial())) {
            return BenchState.AWAY;
        }
        return new BenchState(true, session.shown(), session.settling());
    }

    /** What it told of itself when it was put on the bench. */
    public SensorDiary.Told told(Sensor sensor) {
        return room.told(holder(sensor.id()), sensor.serial());
    }

    /** The firmware that it told when it was put on the bench; empty where it told none. */
    public Optional<String> firmware(Sensor sensor) {
        return told(sensor).firmware();
    }

    /** Takes the settled reading; the next one waits for the next load. Empty while it moves. */
    public Optional<SettlingState.Settled> read(Sensor sensor) {
        BenchSession session = sessions.get(sensor.id());
        if (session == null || !(state(sensor).settling() instanceof SettlingState.Settled settled)) {
            return Optional.empty();
        }
        session.otherLoad();
        return Optional.of(settled);
    }

    /** Takes the settled reading as the unloaded one. Empty while it moves. */
    public OptionalDouble readZero(Sensor sensor) {
        Optional<SettlingState.Settled> settled = read(sensor);
        settled.ifPresent(known ->
                Optional.ofNullable(sessions.get(sensor.id())).ifPresent(session -> session.zero(known.mean())));
        return settled.map(known -> OptionalDouble.of(known.mean())).orElse(OptionalDouble.empty());
    }

    /** Whether it set its own zero when it came onto the bench. */
    public boolean wasZeroed(Sensor sensor) {
        return Optional.ofNullable(sessions.get(sensor.id()))
                .filter(BenchSession::wasZeroed)
                .isPresent();
    }

    /** The unloaded reading that was taken last since it came onto the bench; none of a sensor that fell silent. */
    public OptionalDouble zero(Sensor sensor) {
        return Optional.ofNullable(sessions.get(sensor.id()))
                .filter(session -> !session.isSilent())
                .map(BenchSession::zero)
                .orElse(OptionalDouble.empty());
    }

    /** Another load hangs now. */
    public void otherLoad(Sensor sensor) {
        Optional.ofNullable(sessions.get(sensor.id())).ifPresent(BenchSession::otherLoad);
    }

    /** Somebody looks at it. */
    public void heartbeat(Id<Sensor> sensor) {
        room.heartbeat(holder(sensor));
    }

    /** Takes it off the bench. */
    public void release(Sensor sensor) {
        sessions.remove(sensor.id());
        stand(sensor).ifPresent(WeightStand::takeAway);
        room.release(holder(sensor.id()));
    }

    /** Its stand; empty for a real sensor. */
    public Optional<WeightStand> stand(Sensor sensor) {
        return stands.of(sensor.serial());
    }

    private static Id<Visit> holder(Id<Sensor> sensor) {
        return new Id<>(sensor.value());
    }
}
