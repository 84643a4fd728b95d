package org.plinth.core.position;

/**
 * The between-visit error of one side in one position and fixation, as a relative standard error of measurement.
 *
 * @param semPercent in percent of the value; above 0
 * @param source where it comes from, in words: {@code curl-prone-15 rig, provisional}
 * @param provisional whether it rests on literature or on an assumption instead of own-site data
 */
public record MeasurementError(double semPercent, String source, boolean provisional) {

    /** Rejects what cannot be. */
    public MeasurementError {
        if (!(semPercent > 0 && semPercent < 100)) {
            throw new IllegalArgumentException("a SEM must be above 0 and below 100 %, was " + semPercent);
        }
    }
}
