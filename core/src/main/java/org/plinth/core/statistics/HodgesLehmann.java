package org.plinth.core.statistics;

/**
 * The median of all pairwise means: where paired differences lie, whatever their distribution's shape.
 *
 * <pre>
 *   estimate = median of (di + dj) / 2,  i ≤ j
 * </pre>
 *
 * <p>Source: Hodges and Lehmann (1963), Ann Math Stat 34:598-611.
 */
public final class HodgesLehmann {

    private HodgesLehmann() {}

    /** The estimate for one sample or for paired differences, in their unit. */
    public static double of(double... differences) {
        int n = differences.length;
        double[] means = new double[n * (n + 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                means[at++] = (differences[i] + differences[j]) / 2;
            }
        }
        return Sample.of(means).median();
    }
}
