package org.plinth.web.capture;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Both clocks of the machine.
 *
 * @param wall wall clock
 * @param nanos monotonic clock [ns], the one that links stamp packets with
 */
public record HostTime(Clock wall, LongSupplier nanos) {

    /** The machine's own. */
    public static HostTime of(Clock wall) {
        return new HostTime(wall, System::nanoTime);
    }

    /** Monotonic now [ns]. */
    public long nowNanos() {
        return nanos.getAsLong();
    }

    /** Wall time, µs since 1970-01-01 UTC. */
    public long wallMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, wall.instant());
    }
}
