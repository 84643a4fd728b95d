package org.plinth.calibration.settle;

/**
 * When a reading counts as settled. The procedure waits 30 s and averages 10 s (ISO 376 asks for 30 s); a bench that
 * watches the reading may be quicker.
 *
 * @param windowMicros that is looked at [µs]
 * @param patienceMicros after which it counts as never settling [µs]; at least the window
 * @param largestDrift over the window, in the unit of the reading
 * @param largestFluctuation greatest less least in the window, in the unit of the reading
 */
public record SettlingRule(long windowMicros, long patienceMicros, double largestDrift, double largestFluctuation) {

    /** Rejects what cannot be. */
    public SettlingRule {
        if (windowMicros <= 0 || patienceMicros < windowMicros) {
            throw new IllegalArgumentException("a window is above 0 µs and patience at least the window, were "
                    + windowMicros + " and " + patienceMicros);
        }
        if (!(largestDrift > 0) || !(largestFluctuation > 0)) {
            throw new IllegalArgumentException(
                    "limits are above 0, were " + largestDrift + " and " + largestFluctuation);
        }
    }

    /**
     * Two seconds within 0.1 % of full scale, 60 s of patience: engineering values.
     *
     * @param fullScaleReading greatest reading that is expected
     */
    public static SettlingRule usual(double fullScaleReading) {
        double limit = 0.001 * Math.abs(fullScaleReading);
        return new SettlingRule(2_000_000, 60_000_000, limit, 3 * limit);
    }
}
