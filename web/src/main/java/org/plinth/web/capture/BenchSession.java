package org.plinth.web.capture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import org.plinth.calibration.settle.SettlingRule;
import org.plinth.calibration.settle.SettlingState;
import org.plinth.calibration.settle.SettlingWatch;

/** What one sensor on the bench says now, in its own unit. Thread-safe. */
final class BenchSession implements RawEar.Raw {

    private static final int SHOWN_SAMPLES = 25;

    /** What is older is not live (hazard H7). */
    private static final long SILENT_NANOS = 1_000_000_000;

    /** A sensor that was just connected may take this long to begin. */
    private static final long BEGIN_NANOS = 10_000_000_000L;

    private final SettlingRule rule;
    private final boolean zeroed;
    private final HostTime time;
    private long heardUntilNanos;
    private final Deque<Double> newest = new ArrayDeque<>();
    private SettlingWatch watch;
    private long lastMicros = Long.MIN_VALUE;
    private OptionalDouble zero = OptionalDouble.empty();

    BenchSession(SettlingRule rule, boolean zeroed, HostTime time) {
        this.rule = rule;
        this.zeroed = zeroed;
        this.time = time;
        heardUntilNanos = time.nowNanos() + BEGIN_NANOS;
        this.watch = new SettlingWatch(rule);
    }

    @Override
    public synchronized void sample(long deviceMicros, double value) {
        if (!Double.isFinite(value) || deviceMicros <= lastMicros) {
            return;
        }
        lastMicros = deviceMicros;
        heardUntilNanos = time.nowNanos() + SILENT_NANOS;
        watch.sample(deviceMicros, value);
        newest.addLast(value);
        if (newest.size() > SHOWN_SAMPLES) {
            newest.removeFirst();
        }
    }

    @Override
    public synchronized void restarted() {
        lastMicros = Long.MIN_VALUE;
        watch = new SettlingWatch(rule);
    }

    /** Nothing has come for so long that what it said is not what it says. */
    synchronized boolean isSilent() {
        return time.nowNanos() - heardUntilNanos > 0;
    }

    boolean wasZeroed() {
        return zeroed;
    }

    /** Another load hangs now: everything before says nothing of it. */
    synchronized void otherLoad() {
        watch = new SettlingWatch(rule);
    }

    synchronized void zero(double reading) {
        zero = OptionalDouble.of(reading);
    }

    /** The unloaded reading that was taken last. */
    synchronized OptionalDouble zero() {
        return zero;
    }

    /** Mean of the newest samples, to be shown. */
    synchronized OptionalDouble shown() {
        return newest.stream().mapToDouble(Double::doubleValue).average();
    }

    synchronized SettlingState settling() {
        return watch.state();
    }
}
