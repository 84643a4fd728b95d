package org.plinth.core.reliability;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;

/**
 * A clinic's own measurement error, with the literature's as a prior (decision M4).
 *
 * <pre>
 *   SEM² = (10 · c0² + v · (n - 1)) / (10 + n - 1)     c0 = literature, v = own variance of Δln / 2
 *   limits by t with 10 + n - 1 degrees of freedom: the SEM in use is SEM · t / 1.96
 * </pre>
 *
 * <p>It may raise the default from 10 pairs on and lower it from 30.
 *
 * @param pairs eligible pairs
 * @param semPercent pooled SEM [%]; the literature's where there are too few pairs
 * @param degreesOfFreedom of it
 * @param decision what was done with the default
 * @param inUse the error that intervals rest on, widened for limits by t
 */
public record OwnSiteError(
        int pairs, double semPercent, int degreesOfFreedom, Decision decision, MeasurementError inUse) {

    /** What the literature value is worth, in degrees of freedom. */
    public static final int PRIOR_DEGREES = 10;
    /** From this many pairs the default may be raised. */
    public static final int RAISE_PAIRS = 10;
    /** From this many pairs it may be lowered. */
    public static final int LOWER_PAIRS = 30;

    private static final double UPPER = 0.975;
    private static final double Z95 = 1.96;
    private static final int LEAST_DAYS = 2;
    private static final int MOST_DAYS = 14;

    /** What was done with the default. */
    public enum Decision {
        /** Too few pairs, or too few to lower it. */
        DEFAULT_KEPT,
        /** Own pairs scatter more. */
        RAISED,
        /** Own pairs scatter less, and there are many. */
        LOWERED
    }

    /**
     * Two tests of one side in one position and fixation.
     *
     * @param first test value
     * @param second test value
     * @param daysApart days between them
     * @param sameClinician whether one clinician made both
     * @param clinicallyDue whether both visits were due anyway
     * @param patient false for a volunteer, whose steadiness never narrows a patient's interval
     */
    public record RetestPair(
            Force first, Force second, int daysApart, boolean sameClinician, boolean clinicallyDue, boolean patient) {

        /** Whether it may count. */
        public boolean isEligible() {
            return daysApart >= LEAST_DAYS
                    && daysApart <= MOST_DAYS
                    && sameClinician
                    && clinicallyDue
                    && patient
                    && first.newtons() > 0
                    && second.newtons() > 0;
        }
    }

    /** The error to use, given the literature's and the clinic's pairs in that position and fixation. */
    public static OwnSiteError of(MeasurementError literature, List<RetestPair> pairs) {
        List<TestRetest.Pair> eligible = pairs.stream()
                .filter(RetestPair::isEligible)
                .map(pair -> new TestRetest.Pair(pair.first(), pair.second()))
                .toList();
        int n = eligible.size();
        if (n < RAISE_PAIRS) {
            return kept(literature, n);
        }
        double own = TestRetest.of(eligible).map(TestRetest::logError).orElse(0.0);
        int df = PRIOR_DEGREES + n - 1;
        double prior = literature.semPercent() / 100;
        double pooled = 100 * Math.sqrt((PRIOR_DEGREES * prior * prior + (n - 1) * own * own) / df);
        boolean lower = pooled < literature.semPercent();
        return lower && n < LOWER_PAIRS ? kept(literature, n) : used(literature, n, pooled, df, lower);
    }

    private static OwnSiteError kept(MeasurementError literature, int n) {
        return new OwnSiteError(n, literature.semPercent(), PRIOR_DEGREES, Decision.DEFAULT_KEPT, literature);
    }

    private static OwnSiteError used(MeasurementError literature, int n, double pooled, int df, boolean lower) {
        double widened = pooled * new TDistribution(df).inverseCumulativeProbability(UPPER) / Z95;
        String source = "own site, " + n + " pairs, with " + literature.source();
        return new OwnSiteError(
                n,
                pooled,
                df,
                lower ? Decision.LOWERED : Decision.RAISED,
                new MeasurementError(Math.min(widened, 99), source, false));
    }
}
