package org.plinth.core.signal;

/**
 * Where decoded samples go, one primitive pair at a time, so that a stream makes no garbage.
 *
 * <p>Called by the one thread that decodes.
 */
@FunctionalInterface
public interface SampleSink {

    /**
     * One sample.
     *
     * @param deviceMicros µs on the sensor's clock, unwrapped, within one segment
     * @param value counts or force, as whoever passes the sink says
     */
    void sample(long deviceMicros, double value);
}
