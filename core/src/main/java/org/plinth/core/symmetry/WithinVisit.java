package org.plinth.core.symmetry;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.plinth.core.quantity.Force;

/**
 * "Repeatability today": how far the ratio of the two sides' means would scatter if the same efforts were made again at
 * once. Too narrow for anything about change or recovery; it never carries a verdict (decision M15).
 *
 * <pre>
 *   R   = x / y                        means of the efforts
 *   log = R · e^(± t · √((sx/x)² + (sy/y)²))         s = standard error of a mean, t with nx + ny - 2
 *   g   = t² sy² / y²
 *   Fieller: roots of (y² - t² sy²) R² - 2 x y R + (x² - t² sx²) = 0
 * </pre>
 *
 * <p>Source: Fieller (1954), J R Stat Soc B 16:175-185.
 */
public sealed interface WithinVisit {

    /** The ratio is not estimable where g is at or above this. */
    double GREATEST_G = 0.2;

    /**
     * An interval of the ratio of means.
     *
     * @param percent 100 · R
     * @param low lower end by the log scale [%]
     * @param high upper end
     * @param fiellerLow lower end by Fieller [%]
     * @param fiellerHigh upper end
     * @param g how uncertain the denominator is
     * @param degreesOfFreedom of t
     */
    record Interval(
            double percent,
            double low,
            double high,
            double fiellerLow,
            double fiellerHigh,
            double g,
            int degreesOfFreedom)
            implements WithinVisit {}

    /**
     * None.
     *
     * @param reason why
     */
    record NotEstimable(Reason reason) implements WithinVisit {}

    /** Why there is none. */
    enum Reason {
        /** A side has fewer than two efforts. */
        TOO_FEW_EFFORTS,
        /** A mean is not above 0 N. */
        NO_FORCE,
        /** The denominator is too uncertain. */
        DENOMINATOR_UNCERTAIN
    }

    /** The 95 % interval of injured ÷ uninjured within this visit. */
    static WithinVisit of(List<Force> injured, List<Force> uninjured) {
        if (injured.size() < 2 || uninjured.size() < 2) {
            return new NotEstimable(Reason.TOO_FEW_EFFORTS);
        }
        MeanOfEfforts x = MeanOfEfforts.of(injured);
        MeanOfEfforts y = MeanOfEfforts.of(uninjured);
        if (x.mean() <= 0 || y.mean() <= 0) {
            return new NotEstimable(Reason.NO_FORCE);
        }
        int df = injured.size() + uninjured.size() - 2;
        double t = new TDistribution(df).inverseCumulativeProbability(0.975);
        double g = t * t * y.error() * y.error() / (y.mean() * y.mean());
        return g >= GREATEST_G ? new NotEstimable(Reason.DENOMINATOR_UNCERTAIN) : interval(x, y, t, g, df);
    }

    private static Interval interval(MeanOfEfforts x, MeanOfEfforts y, double t, double g, int df) {
        double ratio = x.mean() / y.mean();
        double half = t * StrictMath.hypot(x.error() / x.mean(), y.error() / y.mean());
        double a = y.mean() * y.mean() - t * t * y.error() * y.error();
        double b = x.mean() * y.mean();
        double c = x.mean() * x.mean() - t * t * x.error() * x.error();
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        return new Interval(
                100 * ratio,
                100 * ratio * StrictMath.exp(-half),
                100 * ratio * StrictMath.exp(half),
                100 * (b - root) / a,
                100 * (b + root) / a,
                g,
                df);
    }
}
