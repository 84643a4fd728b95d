package org.plinth.core.signal;

/**
 * A stretch of a trace without samples that the sensor's interval model does not explain.
 *
 * @param afterMicros device time of the last sample before it, from the first sample of the trace
 * @param durationMicros from that sample to the next
 * @param missing samples that would have fitted between
 * @param kind what made it
 */
public record Gap(long afterMicros, long durationMicros, int missing, Kind kind) {

    /** What made a gap. */
    public enum Kind {
        /** Lost between sensor and record. */
        LINK,
        /** Cells without a number in a file. */
        BLANK
    }
}
