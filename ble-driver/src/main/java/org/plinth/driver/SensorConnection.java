package org.plinth.driver;

/** Commands to one connected sensor. Calls block until done or until their time-out; any thread, one at a time. */
public interface SensorConnection extends AutoCloseable {

    /** Starts the stream; packets go to the listener that the connection was opened with. */
    void start();

    /** Stops the stream. Packets under way may still arrive. Idempotent. */
    void stop();

    /** Zeroes the sensor in its present state. Only with {@link Capability#HARDWARE_TARE}. */
    void tare();

    /** Stops and disconnects. Idempotent; never throws. */
    @Override
    void close();
}
