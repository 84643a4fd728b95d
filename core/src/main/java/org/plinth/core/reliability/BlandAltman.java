package org.plinth.core.reliability;

import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.plinth.core.statistics.Sample;

/**
 * Agreement of two methods or two tests.
 *
 * <pre>
 *   bias   = mean(a - b)
 *   limits = bias ± 1.96 · SD(a - b)
 *   95 % of the bias = bias ± t · SD / √n        95 % of a limit = limit ± t · √(3 SD² / n)
 * </pre>
 *
 * @param n pairs
 * @param bias in the unit of the values
 * @param sd of the differences
 * @param low lower limit of agreement
 * @param high upper limit
 * @param biasHalfWidth half the 95 % interval of the bias
 * @param limitHalfWidth half the 95 % interval of a limit
 * @see <a href="https://doi.org/10.1016/S0140-6736(86)90837-8">Bland and Altman (1986), Lancet 327:307-310</a>
 */
public record BlandAltman(
        int n, double bias, double sd, double low, double high, double biasHalfWidth, double limitHalfWidth) {

    private static final double Z95 = 1.96;
    private static final double UPPER = 0.975;

    /**
     * The agreement of two columns; empty for fewer than two pairs.
     *
     * @throws IllegalArgumentException if the columns differ in length
     */
    public static Optional<BlandAltman> of(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " values against " + b.length);
        }
        if (a.length < 2) {
            return Optional.empty();
        }
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        Sample sample = Sample.of(differences);
        double t = new TDistribution(a.length - 1).inverseCumulativeProbability(UPPER);
        double bias = sample.mean();
        double sd = sample.sd();
        return Optional.of(new BlandAltman(
                a.length,
                bias,
                sd,
                bias - Z95 * sd,
                bias + Z95 * sd,
                t * sd / Math.sqrt(a.length),
                t * Math.sqrt(3 * sd * sd / a.length)));
    }
}
