package org.plinth.driver.virtual;

/** Who pulls at a virtual sensor. Asked in ascending simulated time, by one thread at a time. */
public interface ForceSource {

    /** Force on the sensor at this simulated time [N], without what the sensor adds. */
    double newtonsAt(long simMicros);

    /** The sensor began to stream. */
    default void streamStarted(long simMicros) {}

    /** The sensor stopped streaming. */
    default void streamStopped(long simMicros) {}
}
