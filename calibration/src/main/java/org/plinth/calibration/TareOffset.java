package org.plinth.calibration;

import java.time.Instant;
import org.plinth.core.quantity.Force;

/**
 * A zero set by software: the load that was on the sensor then is taken off every sample after. Recorded as such, apart
 * from a zero that the sensor sets by command, so that the untared force can always be told again.
 *
 * <pre>
 *   F = F calibrated - offset      [N]
 * </pre>
 *
 * @param offset load at the tare, the mean of its window
 * @param takenAt when
 * @param standardDeviation spread of the samples in its window
 * @param drift change over its window
 */
public record TareOffset(Force offset, Instant takenAt, Force standardDeviation, Force drift) {

    /** Force relative to this tare [N]. */
    public double net(double calibratedNewtons) {
        return calibratedNewtons - offset.newtons();
    }

    /** Force before this tare [N]. */
    public double gross(double netNewtons) {
        return netNewtons + offset.newtons();
    }
}
