package org.plinth.core.effort;

/**
 * The steady top of an effort: the longest stretch within 90 % of the greatest 100 ms mean, dips of less than 100 ms
 * bridged.
 *
 * @param startMicros device time at which it is reached
 * @param endMicros device time at which it is left
 */
public record Plateau(long startMicros, long endMicros) {

    /** Rejects what cannot be. */
    public Plateau {
        if (endMicros < startMicros) {
            throw new IllegalArgumentException("a plateau cannot end at " + endMicros + " µs before " + startMicros);
        }
    }

    /** How long it lasted [µs]. */
    public long durationMicros() {
        return endMicros - startMicros;
    }
}
