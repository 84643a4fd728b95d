package org.plinth.driver;

import java.util.Optional;

/** Commands to one connected sensor. Calls block until done or until their time-out; any thread, one at a time. */
public interface SensorConnection extends AutoCloseable {

    /** Starts the stream; packets go to the listener that the connection was opened with. */
    void start();

    /** Stops the stream. Packets under way may still arrive. Idempotent. */
    void stop();

    /** Zeroes the sensor in its present state. Only with {@link Capability#HARDWARE_TARE}. */
    void tare();

    /** What the sensor says of itself. Asks it; not while it streams. Unknown is absent. */
    default SensorIdentity identity() {
        return SensorIdentity.UNKNOWN;
    }

    /** The battery as the sensor tells it. Asks it; not while it streams. */
    default Optional<BatteryReading> battery() {
        return Optional.empty();
    }

    /** The calibration that the sensor holds, where it can be asked. Reads it and never writes one; not while it streams. */
    default Optional<HeldCalibration> heldCalibration() {
        return Optional.empty();
    }

    /** Stops and disconnects. Idempotent; never throws. */
    @Override
    void close();
}
