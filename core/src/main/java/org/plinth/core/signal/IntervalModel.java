package org.plinth.core.signal;

/**
 * The intervals between samples that a sensor declares as normal (decision M10).
 *
 * @param boundaryPeriods intervals, in sample periods, that the sensor leaves between the last sample of a packet and
 *     the first of the next: 1 for an even stream, 2 for one that skips a sample at each packet boundary
 */
public record IntervalModel(int boundaryPeriods) {

    /** Even spacing throughout. */
    public static final IntervalModel EVEN = new IntervalModel(1);

    /** One sample is missing at every packet boundary, as the Tindeq Progressor does. */
    public static final IntervalModel SKIPS_ONE_AT_PACKET_BOUNDARY = new IntervalModel(2);

    /** Rejects what cannot be. */
    public IntervalModel {
        if (boundaryPeriods < 1) {
            throw new IllegalArgumentException("boundaryPeriods must be at least 1, was " + boundaryPeriods);
        }
    }
}
