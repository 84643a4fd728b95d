package org.plinth.core.audit;

import java.util.Optional;

/**
 * By how much pairs of values differ in the middle, and how sure that is: the median of all means of two differences, with the
 * interval that belongs to Wilcoxon's signed-rank test.
 *
 * <pre>
 *   estimate = median of w = (di + dj) / 2,  i ≤ j            M = n(n + 1)/2 of them
 *   interval = [w(C), w(M + 1 - C)]                           ordered, counted from 1
 *   C        = least x with P(W ≤ x) ≥ 0.025, at least 1       exact up to 200 pairs
 *            = ⌊n(n + 1)/4 - 1.96·√(n(n + 1)(2n + 1)/24)⌋      beyond
 * </pre>
 *
 * <p>Pairs without a difference stay in. With ties the interval is a little wider than it need be, never narrower. Below 6 pairs
 * there is no interval with 95 %, and so none is given.
 *
 * @param n pairs
 * @param estimate of the shift, in the unit of the differences
 * @param interval 95 %; empty below 6 pairs
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann (1963), Ann Math Stat 34:598-611</a>
 * @see <a href="https://doi.org/10.1002/9781119196037">Hollander, Wolfe and Chicken (2013), Nonparametric Statistical Methods, 3.2-3.3</a>
 */
public record PairedShift(int n, double estimate, Optional<Interval> interval) {

    /** Fewer pairs have no interval. */
    public static final int LEAST_PAIRS = 6;

    private static final int EXACT_UP_TO = 200;
    private static final double TAIL = 0.025;
    private static final double Z95 = 1.959963984540054;

    /**
     * Where the shift may lie.
     *
     * @param low lower end
     * @param high upper end
     */
    public record Interval(double low, double high) {}

    /**
     * Of these differences, later less earlier.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static PairedShift of(double... differences) {
        double[] sorted = Quantiles.sorted(differences);
        long means = means(sorted.length);
        double estimate = means % 2 == 1
                ? mean(sorted, means / 2 + 1)
                : (mean(sorted, means / 2) + mean(sorted, means / 2 + 1)) / 2;
        return new PairedShift(
                sorted.length,
                estimate,
                sorted.length < LEAST_PAIRS ? Optional.empty() : Optional.of(interval(sorted, means)));
    }

    private static Interval interval(double[] sorted, long means) {
        long c = Math.max(1, sorted.length <= EXACT_UP_TO ? exact(sorted.length) : normal(sorted.length));
        return new Interval(mean(sorted, c), mean(sorted, means + 1 - c));
    }

    private static long means(long n) {
        return n * (n + 1) / 2;
    }

    private static long normal(double n) {
        return (long) Math.floor(n * (n + 1) / 4 - Z95 * Math.sqrt(n * (n + 1) * (2 * n + 1) / 24));
    }

    /** The signed-rank distribution, rank by rank: each is in the sum or not, with the same chance. */
    private static long exact(int n) {
        int last = (int) means(n);
        double[] chance = new double[last + 1];
        chance[0] = 1;
        int top = 0;
        for (int rank = 1; rank <= n; rank++) {
            top += rank;
            for (int sum = top; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
            }
        }
        double cumulated = 0;
        for (int sum = 0; sum <= last; sum++) {
            cumulated += chance[sum];
            if (cumulated >= TAIL) {
                return sum;
            }
        }
        throw new IllegalStateException("chances add up to 1");
    }

    /** The k-th smallest mean without making them all: halving over the doubles themselves, so it is exact. */
    private static double mean(double[] sorted, long k) {
        long low = ordered(sorted[0]);
        long high = ordered(sorted[sorted.length - 1]);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1); // half way, also where the sum would not fit
            if (countUpTo(sorted, number(middle)) >= k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return number(low) + 0.0;
    }

    private static long countUpTo(double[] sorted, double limit) {
        long count = 0;
        int j = sorted.length - 1;
        for (int i = 0; i <= j; i++) {
            while (j >= i && (sorted[i] + sorted[j]) / 2 > limit) {
                j--;
            }
            count += j - i + 1;
        }
        return count;
    }

    /** A double's bits as a number with the same order. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered >= 0 ? ordered : ordered ^ Long.MAX_VALUE);
    }
}
