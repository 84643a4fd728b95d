package org.plinth.core.criteria;

import org.plinth.core.signal.ForceTrace;

/**
 * How long a bridge was held on a plate, and how often it sagged.
 *
 * <pre>
 *   held = time with F > 70 % of the mean of the first 3 s, up to the first 1 s below     [s]
 * </pre>
 */
public sealed interface BridgeHold {

    /** The hold ends below this part of its first three seconds. */
    double PART = 0.7;

    /**
     * A hold.
     *
     * @param seconds held
     * @param sags times force fell below the line and came back within a second
     */
    record Held(double seconds, int sags) implements BridgeHold {}

    /** The record is shorter than three seconds, or no force stands in them. */
    record NotMeasurable() implements BridgeHold {}

    /** The hold that begins with the trace. */
    static BridgeHold of(ForceTrace trace) {
        return BridgeHoldClock.measure(trace);
    }
}
