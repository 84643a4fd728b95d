package org.plinth.web.capture;

import org.plinth.core.quantity.Force;

/**
 * What the sensor showed for half a second after it was zeroed.
 *
 * @param samples how many there were
 * @param mean force [N]
 * @param spread standard deviation [N], n − 1
 * @param drift end less beginning, by the straight line of least squares [N]
 * @param tare how it was zeroed, as the journal keeps it
 */
public record TareReading(int samples, Force mean, Force spread, Force drift, JournalOpening.Tare tare) {

    /** Fewer samples than this in half a second say nothing. */
    public static final int FEWEST_SAMPLES = 3;
}
