package org.plinth.calibration.tare;

import java.util.Optional;

/**
 * How still a sensor was.
 *
 * @param samples how many there were
 * @param mean force [N]
 * @param spread standard deviation [N], n − 1
 * @param drift end less beginning, by the straight line of least squares [N]
 */
public record Stillness(int samples, double mean, double spread, double drift) {

    /** Fewer samples than this in half a second say nothing. */
    public static final int FEWEST_SAMPLES = 3;

    /**
     * Limits of a good zero: |mean| below, spread and drift at most this [N]. An engineering value: 10 N of error in the zero
     * would make a symmetry of 80 % read 83 %.
     */
    public static final double LIMIT_NEWTONS = 1;

    /** Why a sensor that was just zeroed does not count as zero; empty where it does. */
    public Optional<TareRefusal> refusal() {
        if (samples < FEWEST_SAMPLES) {
            return Optional.of(TareRefusal.NO_SIGNAL);
        }
        if (spread > LIMIT_NEWTONS) {
            return Optional.of(TareRefusal.UNSTEADY);
        }
        if (Math.abs(drift) > LIMIT_NEWTONS) {
            return Optional.of(TareRefusal.DRIFTING);
        }
        return Math.abs(mean) < LIMIT_NEWTONS ? Optional.empty() : Optional.of(TareRefusal.NOT_ZERO);
    }
}
