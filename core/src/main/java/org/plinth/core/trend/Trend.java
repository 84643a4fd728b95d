package org.plinth.core.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.MeasurementError;

/**
 * What may be said about a line of visits (decision M13): nothing for one; two and three are changes, not trends; from
 * four on a slope is claimed only where its interval excludes 0 at two visits in a row.
 *
 * <pre>
 *   ln F = a + b·t        from 5 visits b by Theil–Sen, below by least squares
 *   % a week = 100 · (e^(7b) - 1)
 *   interval of b: ± 1.96 · SEM / √Sxx; from 5 visits the wider of that and the points' own
 * </pre>
 *
 * @param visits how many
 * @param logSlope b, per day
 * @param halfWidth half the 95 % interval of b
 * @param claim what may be said
 */
public record Trend(int visits, double logSlope, double halfWidth, Claim claim) {

    private static final int SLOPE_VISITS = 4;
    private static final int ROBUST_VISITS = 5;
    private static final int DAYS_A_WEEK = 7;
    private static final double LOG_SHIFT = 1000;

    /** What may be said. */
    public enum Claim {
        /** Fewer than four visits: look at change instead. */
        TOO_FEW_VISITS,
        /** The interval of the slope holds 0, or excluded it only at this visit. */
        NOT_SHOWN,
        /** Rising, at this visit and the one before. */
        RISING,
        /** Falling, at this visit and the one before. */
        FALLING
    }

    /** The trend of visits of one series in order of date; empty for fewer than two dates. */
    public static Optional<Trend> of(List<TrendPoint> points, MeasurementError error) {
        return slope(points, error)
                .map(now -> new Trend(points.size(), now.value, now.half, claim(points, error, now)));
    }

    /** Slope in percent a week. */
    public double percentPerWeek() {
        return 100 * (StrictMath.exp(DAYS_A_WEEK * logSlope) - 1);
    }

    /** Lower end of the 95 % interval, percent a week. */
    public double lowPercentPerWeek() {
        return 100 * (StrictMath.exp(DAYS_A_WEEK * (logSlope - halfWidth)) - 1);
    }

    /** Upper end of the 95 % interval, percent a week. */
    public double highPercentPerWeek() {
        return 100 * (StrictMath.exp(DAYS_A_WEEK * (logSlope + halfWidth)) - 1);
    }

    private record Slope(double value, double half) {
        double sign() {
            return Math.abs(value) > half ? Math.signum(value) : 0;
        }
    }

    private static Optional<Slope> slope(List<TrendPoint> points, MeasurementError error) {
        List<TrendPoint> logs = new ArrayList<>();
        for (TrendPoint point : points) {
            // Shifted by a constant so that a logarithm below 0 is still a point; a slope does not see it.
            logs.add(new TrendPoint(point.days(), LOG_SHIFT + StrictMath.log(point.value())));
        }
        return LeastSquares.of(logs).map(line -> {
            double value = points.size() < ROBUST_VISITS
                    ? line.slope()
                    : TheilSen.of(logs).map(TheilSen::slope).orElse(line.slope());
            double sem = error.semPercent() / 100;
            double half = points.size() < ROBUST_VISITS ? line.knownHalfWidth(sem) : line.widerHalfWidth(sem);
            return new Slope(value, half);
        });
    }

    private static Claim claim(List<TrendPoint> points, MeasurementError error, Slope now) {
        if (points.size() < SLOPE_VISITS) {
            return Claim.TOO_FEW_VISITS;
        }
        double before = slope(points.subList(0, points.size() - 1), error)
                .map(Slope::sign)
                .orElse(0.0);
        if (now.sign() == 0 || now.sign() != before) {
            return Claim.NOT_SHOWN;
        }
        return now.sign() > 0 ? Claim.RISING : Claim.FALLING;
    }
}
