package org.plinth.core.trend;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.plinth.core.statistics.Sample;

/**
 * A straight line through points, with the interval that the points' own scatter gives and the one that a known
 * measurement error gives. With few visits the first is often far too narrow by luck: the wider one is to be used.
 *
 * <pre>
 *   b      = Σ(t - t̄)(y - ȳ) / Sxx         Sxx = Σ(t - t̄)²
 *   SE own = s / √Sxx, s² = Σ residual² / (n - 2), t with n - 2
 *   SE known = SEM / √Sxx, z = 1.96
 * </pre>
 *
 * @param slope per day
 * @param intercept at day 0
 * @param sxx Σ(t − t̄)²
 * @param residualSd s; 0 for two points
 * @param n points
 */
public record LeastSquares(double slope, double intercept, double sxx, double residualSd, int n) {

    private static final double Z95 = 1.96;
    private static final double UPPER = 0.975;

    /** The line; empty for fewer than two points or a single date. */
    public static Optional<LeastSquares> of(List<TrendPoint> points) {
        int n = points.size();
        if (n < 2) {
            return Optional.empty();
        }
        double meanT = mean(points, TrendPoint::days);
        double meanY = mean(points, TrendPoint::value);
        double sxx = 0;
        double sxy = 0;
        for (TrendPoint point : points) {
            sxx += (point.days() - meanT) * (point.days() - meanT);
            sxy += (point.days() - meanT) * (point.value() - meanY);
        }
        if (sxx <= 0) {
            return Optional.empty();
        }
        double slope = sxy / sxx;
        double intercept = meanY - slope * meanT;
        double squares = 0;
        for (TrendPoint point : points) {
            double residual = point.value() - intercept - slope * point.days();
            squares += residual * residual;
        }
        return Optional.of(new LeastSquares(slope, intercept, sxx, n > 2 ? Math.sqrt(squares / (n - 2)) : 0, n));
    }

    /** Of at least one point. */
    static double mean(List<TrendPoint> points, ToDoubleFunction<TrendPoint> of) {
        return Sample.of(points.stream().mapToDouble(of).toArray()).mean();
    }

    /** Half the 95 % interval of the slope by the points' own scatter; empty for two points. */
    public Optional<Double> ownHalfWidth() {
        return n > 2
                ? Optional.of(
                        new TDistribution(n - 2).inverseCumulativeProbability(UPPER) * residualSd / Math.sqrt(sxx))
                : Optional.empty();
    }

    /** Standard error of the slope where each point has this error, in the unit of the values. */
    public double knownError(double sem) {
        return sem / Math.sqrt(sxx);
    }

    /** Half the 95 % interval of the slope where each point has this error. */
    public double knownHalfWidth(double sem) {
        return Z95 * knownError(sem);
    }

    /** Half the 95 % interval of the slope: the wider of own scatter and known error. */
    public double widerHalfWidth(double sem) {
        return Math.max(knownHalfWidth(sem), ownHalfWidth().orElse(0.0));
    }
}
