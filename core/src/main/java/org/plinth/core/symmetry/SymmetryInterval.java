package org.plinth.core.symmetry;

import org.hipparchus.special.Erf;
import org.plinth.core.position.MeasurementError;

/**
 * How sure a symmetry is: the between-visit error of both sides on the log scale (decision M5).
 *
 * <pre>
 *   s      = √(cx² + cy² - 2ρ·cx·cy)               c = relative SEM of a side; ρ = 0 unless estimated
 *   95 %   = LSI · e^(±1.96·s)
 *   bounds = LSI · e^(±1.2816·s)                   one-sided 90 %
 *   chance = Φ(ln(LSI / T) / s)                    T = threshold
 *   change = LSI · e^(±1.96·√2·s)                  what a second visit must leave to be a change; ≈ ±1.96·√2·s·LSI points
 * </pre>
 *
 * @param low95 lower end of the 95 % interval [%]: the thin bar
 * @param high95 upper end
 * @param low80 one-sided 90 % bound below [%]: the thick bar, which decides the state
 * @param high80 one-sided 90 % bound above
 * @param chanceAtLeastThreshold P(true symmetry ≥ threshold), 0 to 1
 */
public record SymmetryInterval(
        double low95, double high95, double low80, double high80, double chanceAtLeastThreshold) {

    /** Two-sided 95 % point of the normal distribution. */
    public static final double Z95 = 1.96;

    /** One-sided 90 % point of the normal distribution. */
    public static final double Z90_ONE_SIDED = 1.2816;

    /** s where both sides have this error and the errors do not go together. */
    public static double spread(MeasurementError error) {
        return spread(error.semPercent(), error.semPercent(), 0);
    }

    /**
     * s of two sides.
     *
     * @param semPercentInjured relative SEM of the injured side [%]
     * @param semPercentUninjured relative SEM of the uninjured side [%]
     * @param rho correlation of the two errors, −1 to 1
     */
    public static double spread(double semPercentInjured, double semPercentUninjured, double rho) {
        double x = semPercentInjured / 100;
        double y = semPercentUninjured / 100;
        return Math.sqrt(Math.max(0, x * x + y * y - 2 * rho * x * y));
    }

    /**
     * The interval of a symmetry.
     *
     * @param percent the symmetry; above 0
     * @param spread s; above 0
     * @param thresholdPercent the reference line; above 0
     */
    public static SymmetryInterval around(double percent, double spread, double thresholdPercent) {
        if (!(percent > 0 && spread > 0 && thresholdPercent > 0)) {
            throw new IllegalArgumentException("a symmetry, its spread and its threshold must be above 0, were "
                    + percent + " %, " + spread + " and " + thresholdPercent + " %");
        }
        return new SymmetryInterval(
                percent * StrictMath.exp(-Z95 * spread),
                percent * StrictMath.exp(Z95 * spread),
                percent * StrictMath.exp(-Z90_ONE_SIDED * spread),
                percent * StrictMath.exp(Z90_ONE_SIDED * spread),
                normal(StrictMath.log(percent / thresholdPercent) / spread));
    }

    /**
     * By how many points a second visit must differ to be beyond measurement error with 95 %, to first order.
     *
     * @param percent the symmetry; above 0
     * @param spread s; above 0
     */
    public static double detectableChangePoints(double percent, double spread) {
        return Z95 * Math.sqrt(2) * spread * percent;
    }

    /** What the bounds say about a threshold [%]. */
    public ThresholdState state(double thresholdPercent) {
        if (low80 >= thresholdPercent) {
            return ThresholdState.MET;
        }
        return high80 < thresholdPercent ? ThresholdState.NOT_MET : ThresholdState.CANNOT_TELL;
    }

    private static double normal(double z) {
        return Erf.erfc(-z / Math.sqrt(2)) / 2;
    }
}
