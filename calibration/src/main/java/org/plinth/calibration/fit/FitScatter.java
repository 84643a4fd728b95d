package org.plinth.calibration.fit;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How the points of a fit scatter, and what follows for its coefficients.
 *
 * <pre>
 *   s      = √(Σd² / (n − p)) over all points                   [N]
 *   Cov    = s² (XᵀX)⁻¹
 *   s_m    = √(Σd² / (n − p)) over the points under load        [N]   (ASTM E74)
 *   LLF    = 2.4 s_m                                             [N]
 * </pre>
 *
 * @param sd s
 * @param degreesOfFreedom n − p, of s
 * @param loadedSd s_m; as s where fewer loaded points than coefficients remain
 * @param inverse (XᵀX)⁻¹ of the basis, row by row
 * @param basis what the coefficients multiply
 * @see <a href="https://www.astm.org/e0074-18.html">ASTM E74</a> for s_m and LLF
 */
public record FitScatter(double sd, int degreesOfFreedom, double loadedSd, List<List<Double>> inverse, Basis basis) {

    private static final double LOWER_LIMIT_FACTOR = 2.4;

    /** Copies the lists. */
    public FitScatter {
        inverse = inverse.stream().map(List::copyOf).toList();
    }

    /** Lower limit factor of ASTM E74 [N]: an uncertainty of the fit at about 99 %. */
    public double lowerLimitFactor() {
        return LOWER_LIMIT_FACTOR * loadedSd;
    }

    /** Covariance of two coefficients. */
    public double covariance(int i, int j) {
        return sd * sd * inverse.get(i).get(j);
    }

    /** Half the interval of a coefficient at this level, 0.95 for example, by Student's t. */
    public double halfWidth(int i, double level) {
        double t = new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2);
        return t * Math.sqrt(covariance(i, i));
    }

    /** Standard error of the curve at a deflection [N]. */
    public double standardError(double deflection) {
        double[] row = basis.at(deflection);
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row.length; j++) {
                sum += row[i] * row[j] * inverse.get(i).get(j);
            }
        }
        return sd * Math.sqrt(Math.max(0, sum));
    }
}
