package org.plinth.calibration.check;

import java.time.Instant;
import org.plinth.core.quantity.Force;

/**
 * The unloaded sensor, before the first test of a day.
 *
 * <pre>
 *   passes if |F| ≤ 0.5 N
 * </pre>
 *
 * @param at when
 * @param indicated without load, before any tare
 */
public record ZeroCheck(Instant at, Force indicated) {

    /** Greatest unloaded force. */
    public static final Force LIMIT = Force.ofNewtons(0.5);

    /** Whether the zero is where it was. */
    public boolean passes() {
        return indicated.abs().compareTo(LIMIT) <= 0;
    }
}
