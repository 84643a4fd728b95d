package org.plinth.core.reliability;

import java.util.Optional;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * How much of the scatter between ratings is between people. The form is always named with the number.
 *
 * <pre>
 *   MSR people, MSC raters, MSE residual, MSW within people; n people, k ratings each
 *   ICC(1,1) = (MSR - MSW) / (MSR + (k-1) MSW)
 *   ICC(2,1) = (MSR - MSE) / (MSR + (k-1) MSE + k (MSC - MSE) / n)       agreement
 *   ICC(3,1) = (MSR - MSE) / (MSR + (k-1) MSE)                           consistency
 *   ICC(·,k): of the mean of k ratings
 * </pre>
 *
 * @param form which
 * @param people n
 * @param ratings k
 * @param value the correlation
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @see <a href="https://doi.org/10.1037/0033-2909.86.2.420">Shrout and Fleiss (1979), Psychol Bull 86:420-428</a>
 */
public record IntraclassCorrelation(Form form, int people, int ratings, double value, double low, double high) {

    private static final double UPPER = 0.975;

    /** Which correlation. */
    public enum Form {
        /** One rating, each person by other raters. */
        ICC_1_1,
        /** One rating, raters drawn at random, agreement. */
        ICC_2_1,
        /** One rating, these raters, consistency. */
        ICC_3_1,
        /** Mean of k, each person by other raters. */
        ICC_1_K,
        /** Mean of k, raters drawn at random, agreement. */
        ICC_2_K,
        /** Mean of k, these raters, consistency. */
        ICC_3_K
    }

    /** The correlation of a full table, one row a person; empty where it cannot be computed from it. */
    public static Optional<IntraclassCorrelation> of(Form form, double[][] table) {
        return Anova.of(table).map(anova -> switch (form) {
            case ICC_1_1 -> oneWay(form, anova, false);
            case ICC_1_K -> oneWay(form, anova, true);
            case ICC_2_1 -> agreement(form, anova, false);
            case ICC_2_K -> agreement(form, anova, true);
            case ICC_3_1 -> consistency(form, anova, false);
            case ICC_3_K -> consistency(form, anova, true);
        });
    }

    private static IntraclassCorrelation oneWay(Form form, Anova a, boolean mean) {
        double f = a.people() / a.within();
        double low = f / quantile(a.n() - 1, a.n() * (a.k() - 1));
        double high = f * quantile(a.n() * (a.k() - 1), a.n() - 1);
        return ofRatios(form, a, f, low, high, mean);
    }

    private static IntraclassCorrelation consistency(Form form, Anova a, boolean mean) {
        double f = a.people() / a.residual();
        double df = (a.n() - 1.0) * (a.k() - 1);
        double low = f / quantile(a.n() - 1, df);
        double high = f * quantile(df, a.n() - 1);
        return ofRatios(form, a, f, low, high, mean);
    }

    /** Value and bounds from F ratios: (F − 1) / (F + k − 1) for one rating, 1 − 1/F for the mean. */
    private static IntraclassCorrelation ofRatios(Form form, Anova a, double f, double low, double high, boolean mean) {
        return mean
                ? new IntraclassCorrelation(form, a.n(), a.k(), 1 - 1 / f, 1 - 1 / low, 1 - 1 / high)
                : new IntraclassCorrelation(
                        form, a.n(), a.k(), single(f, a.k()), single(low, a.k()), single(high, a.k()));
    }

    private static double single(double f, int k) {
        return (f - 1) / (f + k - 1);
    }

    private static IntraclassCorrelation agreement(Form form, Anova a, boolean mean) {
        int n = a.n();
        int k = a.k();
        double value = (a.people() - a.residual())
                / (a.people() + (k - 1) * a.residual() + k * (a.raters() - a.residual()) / n);
        double df = satterthwaite(a, value);
        double up = quantile(n - 1, df);
        double down = quantile(df, n - 1);
        double rest = k * a.raters() + ((double) k * n - k - n) * a.residual();
        double low = n * (a.people() - up * a.residual()) / (up * rest + n * a.people());
        double high = n * (down * a.people() - a.residual()) / (rest + n * down * a.people());
        return mean
                ? new IntraclassCorrelation(form, n, k, stepUp(value, k), stepUp(low, k), stepUp(high, k))
                : new IntraclassCorrelation(form, n, k, value, low, high);
    }

    /** Degrees of freedom of the agreement form's interval (Shrout and Fleiss 1979, p. 424). */
    private static double satterthwaite(Anova a, double icc) {
        int n = a.n();
        int k = a.k();
        double fj = a.raters() / a.residual();
        double part = n * (1 + (k - 1) * icc) - k * icc;
        double top = (k - 1) * (n - 1) * StrictMath.pow(k * icc * fj + part, 2);
        double bottom = (n - 1) * k * k * icc * icc * fj * fj + part * part;
        return top / bottom;
    }

    /** Spearman–Brown: the correlation of the mean of k ratings. */
    private static double stepUp(double one, int k) {
        return k * one / (1 + (k - 1) * one);
    }

    private static double quantile(double numerator, double denominator) {
        return new FDistribution(numerator, denominator).inverseCumulativeProbability(UPPER);
    }
}
