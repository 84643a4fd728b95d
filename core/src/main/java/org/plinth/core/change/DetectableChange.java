package org.plinth.core.change;

import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;

/**
 * The smallest change of one side that is more than measurement error, on the ratio scale.
 *
 * <pre>
 *   m = 1.96 · √(1/a + 1/b) · SEM        a, b = visits averaged into baseline and follow-up
 *   limits: baseline × e^−m and baseline × e^+m      [N]
 * </pre>
 *
 * @param baseline the geometric mean of the baseline visits
 * @param logHalfWidth m, on ln F
 */
public record DetectableChange(Force baseline, double logHalfWidth) {

    private static final double Z95 = 1.96;

    /**
     * For a baseline of {@code baselineVisits} (1 or 2) against a single follow-up.
     *
     * @throws IllegalArgumentException if the baseline is not above 0 N
     */
    public static DetectableChange around(Force baseline, int baselineVisits, MeasurementError error) {
        if (baseline.newtons() <= 0) {
            throw new IllegalArgumentException("a baseline must be above 0 N, was " + baseline);
        }
        if (baselineVisits < 1) {
            throw new IllegalArgumentException("a baseline needs at least one visit, was " + baselineVisits);
        }
        double m = Z95 * Math.sqrt(1.0 / baselineVisits + 1.0) * error.semPercent() / 100;
        return new DetectableChange(baseline, m);
    }

    /** Below this it is weaker by more than measurement error. */
    public Force low() {
        return baseline.times(StrictMath.exp(-logHalfWidth));
    }

    /** Above this it is stronger by more than measurement error. */
    public Force high() {
        return baseline.times(StrictMath.exp(logHalfWidth));
    }

    /** The smallest rise that can be seen [%]: "with this set-up a change of about 15 % or more". */
    public double smallestRisePercent() {
        return 100 * (StrictMath.exp(logHalfWidth) - 1);
    }
}
