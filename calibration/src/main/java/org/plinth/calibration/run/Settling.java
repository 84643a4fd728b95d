package org.plinth.calibration.run;

/**
 * How still a reading was while its mean was taken, in the unit of the reading.
 *
 * @param fluctuation greatest less least
 * @param drift end less beginning, by the straight line of least squares
 */
public record Settling(double fluctuation, double drift) {

    /** Rejects what cannot be. */
    public Settling {
        if (!(fluctuation >= 0) || !Double.isFinite(fluctuation) || !Double.isFinite(drift)) {
            throw new IllegalArgumentException(
                    "fluctuation must be 0 or more and drift finite, were " + fluctuation + " and " + drift);
        }
    }
}
