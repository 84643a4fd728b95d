package org.plinth.web.recordingfile;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.ForceUnit;

/**
 * What is known of a file beyond what stands in it.
 *
 * @param unit of the force column, where the header does not name one
 * @param rateHz samples per second, for files without a time column
 * @param column name of the force column, where several could be it
 */
public record ReadOptions(Optional<ForceUnit> unit, OptionalDouble rateHz, Optional<String> column) {

    /** The highest rate that still gives each sample its own microsecond [Hz]. */
    public static final double MAX_RATE_HZ = 1e6;

    /** Rejects rates that cannot be. */
    public ReadOptions {
        if (rateHz.isPresent() && !(rateHz.getAsDouble() > 0 && rateHz.getAsDouble() <= MAX_RATE_HZ)) {
            throw new IllegalArgumentException(
                    "a rate must be above 0 and at most " + MAX_RATE_HZ + " Hz, was " + rateHz.getAsDouble());
        }
    }

    /** Nothing beyond the file. */
    public static ReadOptions none() {
        return new ReadOptions(Optional.empty(), OptionalDouble.empty(), Optional.empty());
    }
}
