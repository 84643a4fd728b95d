package org.plinth.web.capture;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.effort.Rejection;
import org.plinth.driver.SampleDecoder;

/**
 * Whether the zero of a sensor that can lose it was the same after a recording as before.
 *
 * @param shift rest at the end less rest at the beginning, in the sensor's own unit; empty where it was not seen
 * @param rejection why no effort of this recording counts; empty where the zero held, or always does
 */
public record ZeroHeld(OptionalDouble shift, Optional<Rejection> rejection) {

    /** Of a sensor whose zero stays. */
    public static final ZeroHeld ALWAYS = new ZeroHeld(OptionalDouble.empty(), Optional.empty());

    /** As the decoder saw it. A zero that was not seen at both ends is not taken for one that held. */
    static ZeroHeld of(SampleDecoder decoder) {
        OptionalDouble most = decoder.mostZeroShift();
        if (most.isEmpty()) {
            return ALWAYS;
        }
        OptionalDouble shift = decoder.zeroShift();
        if (shift.isEmpty()) {
            return new ZeroHeld(shift, Optional.of(Rejection.ZERO_NOT_CHECKED));
        }
        boolean held = Math.abs(shift.getAsDouble()) <= most.getAsDouble();
        return new ZeroHeld(shift, held ? Optional.empty() : Optional.of(Rejection.ZERO_SHIFT));
    }
}
