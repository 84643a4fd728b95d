package org.plinth.driver.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/**
 * One virtual sensor that stays while links come and go: its peripheral, its simulated time and who holds it. Any
 * thread; every method holds the lock of this object.
 */
final class VirtualDevice {

    private static final double MICROS_PER_MILLI = 1e3;
    private static final double NANOS_PER_MICRO = 1e3;

    private final VirtualPeripheral peripheral;
    private final double timeFactor;
    private final long originNanos = System.nanoTime();
    private final List<byte[]> outbox = new ArrayList<>();
    private Optional<Object> holder = Optional.empty();

    VirtualDevice(VirtualPeripheral peripheral, double timeFactor) {
        this.peripheral = peripheral;
        this.timeFactor = timeFactor;
    }

    /** What there is to deliver now. */
    record Delivery(List<byte[]> packets, boolean dropped) {}

    synchronized void hold(Object link) {
        if (holder.filter(other -> other != link).isPresent()) {
            throw new SensorException(Fault.NO_ACCESS, "Another connection holds this sensor.");
        }
        holder = Optional.of(link);
        outbox.clear();
    }

    synchronized void release(Object link) {
        if (holder.filter(now -> now == link).isPresent()) {
            peripheral.disconnected(simMicros());
            holder = Optional.empty();
            notifyAll();
        }
    }

    synchronized void command(byte[] value) {
        outbox.addAll(peripheral.command(value, simMicros()));
        notifyAll();
    }

    /** Waits until there is something for this link; empty when it no longer holds the sensor. */
    synchronized Optional<Delivery> next(Object link) throws InterruptedException {
        while (holder.filter(now -> now == link).isPresent()) {
            long now = simMicros();
            List<byte[]> due = new ArrayList<>(outbox);
            outbox.clear();
            due.addAll(peripheral.collect(now));
            boolean dropped = peripheral.dropsLink(now);
            if (dropped || !due.isEmpty()) {
                return Optional.of(new Delivery(due, dropped));
            }
            wait(waitMillis(peripheral.nextPacketMicros(), now));
        }
        return Optional.empty();
    }

    /** Until the next packet; 0, which waits for a call, when none is due. */
    private long waitMillis(OptionalLong untilMicros, long now) {
        if (untilMicros.isEmpty()) {
            return 0;
        }
        double millis = (untilMicros.getAsLong() - now) / timeFactor / MICROS_PER_MILLI;
        return Math.max(1, (long) Math.ceil(millis));
    }

    private long simMicros() {
        return (long) ((System.nanoTime() - originNanos) / NANOS_PER_MICRO * timeFactor);
    }
}
