package org.plinth.driver;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How the time of one recording was found to run; what is not known is absent, never 0.
 *
 * @param rateHz samples a second: 1 / median interval by the sensor's clock; by arrival, samples over time
 * @param driftPpm how much faster the sensor's clock runs than the host's [µs per s]; from 10 s of stream on
 * @param driftErrorPpm standard error of that, from the scatter of arrivals
 * @param uncertaintyMicros of the time of a sample that only its arrival tells: 95 % of packets came within so much of an
 *     even stream; absent where the sensor has a clock
 */
public record Timing(
        OptionalDouble rateHz, OptionalDouble driftPpm, OptionalDouble driftErrorPpm, OptionalLong uncertaintyMicros) {

    /** Nothing is known. */
    public static final Timing UNKNOWN =
            new Timing(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
}
