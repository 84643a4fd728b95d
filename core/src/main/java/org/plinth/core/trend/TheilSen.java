package org.plinth.core.trend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.plinth.core.statistics.Sample;

/**
 * The median of all slopes between two points: one odd visit moves it little.
 *
 * <pre>
 *   b = median of (yj - yi) / (tj - ti)      a = median of (y - b·t)
 *   95 % (10 points or more): slopes at ranks (N - C)/2 and (N + C)/2 + 1,  C = 1.96 · √Var(S)
 * </pre>
 *
 * @param slope per day
 * @param intercept median residual at day 0
 * @param low lower end of the interval; empty below 10 points
 * @param high upper end
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen (1968), J Am Stat Assoc 63:1379-1389</a>
 */
public record TheilSen(double slope, double intercept, Optional<Double> low, Optional<Double> high) {

    /** From this many points the slopes' own ranks give an interval. */
    public static final int INTERVAL_POINTS = 10;

    private static final double Z95 = 1.96;

    /** The line; empty where no two points differ in date. */
    public static Optional<TheilSen> of(List<TrendPoint> points) {
        List<Double> slopes = slopes(points);
        if (slopes.isEmpty()) {
            return Optional.empty();
        }
        Collections.sort(slopes);
        double slope = median(slopes);
        double intercept = median(points.stream()
                .map(point -> point.value() - slope * point.days())
                .toList());
        if (points.size() < INTERVAL_POINTS) {
            return Optional.of(new TheilSen(slope, intercept, Optional.empty(), Optional.empty()));
        }
        double c = Z95 * Math.sqrt(Kendall.of(points).variance());
        return Optional.of(new TheilSen(
                slope,
                intercept,
                Optional.of(atRank(slopes, (slopes.size() - c) / 2)),
                Optional.of(atRank(slopes, (slopes.size() + c) / 2 + 1))));
    }

    private static List<Double> slopes(List<TrendPoint> points) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                double days = points.get(j).days() - points.get(i).days();
                if (days != 0) {
                    slopes.add((points.get(j).value() - points.get(i).value()) / days);
                }
            }
        }
        return slopes;
    }

    private static double median(List<Double> values) {
        return Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    /** Value at a rank from 1, between two ranks in proportion. */
    private static double atRank(List<Double> sorted, double rank) {
        double clamped = Math.max(1, Math.min(sorted.size(), rank));
        int below = (int) Math.floor(clamped);
        int above = Math.min(sorted.size(), below + 1);
        return sorted.get(below - 1) + (clamped - below) * (sorted.get(above - 1) - sorted.get(below - 1));
    }
}
