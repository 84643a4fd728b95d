package org.plinth.web.capture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;

/**
 * One sensor in the hands of one visit: its connection, its zeros and what it records. Guarded by the room's lock for its
 * sensor, except for the heartbeat.
 */
final class Holding {

    /** What a sensor is zeroed for. */
    record Zeroed(Id<PositionTest> test, Side side) {}

    /** What runs. */
    record Run(Recording recording, RecordingPipeline pipeline) {}

    private final Id<Visit> visit;
    private final String peripheralId;
    private final SensorStation station;
    private final Map<Zeroed, TareReading> zeros = new HashMap<>();
    private volatile long heartbeatNanos;
    private volatile Optional<Run> run = Optional.empty();

    Holding(Id<Visit> visit, String peripheralId, SensorStation station, long nowNanos) {
        this.visit = visit;
        this.peripheralId = peripheralId;
        this.station = station;
        this.heartbeatNanos = nowNanos;
    }

    Id<Visit> visit() {
        return visit;
    }

    String peripheralId() {
        return peripheralId;
    }

    SensorStation station() {
        return station;
    }

    void heartbeat(long nowNanos) {
        heartbeatNanos = nowNanos;
    }

    boolean isStale(long nowNanos, long afterNanos) {
        return nowNanos - heartbeatNanos > afterNanos;
    }

    /** A zero holds for its side until the sensor is zeroed again: another zero moves it. */
    void zeroed(Zeroed what, TareReading reading) {
        zeros.clear();
        zeros.put(what, reading);
    }

    void noZero() {
        zeros.clear();
    }

    Optional<TareReading> zero(Zeroed what) {
        return Optional.ofNullable(zeros.get(what));
    }

    Optional<Run> run() {
        return run;
    }

    void run(Optional<Run> now) {
        run = now;
    }
}
