package org.plinth.core.trend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Erf;

/**
 * Whether values rise with time more often than they fall (Mann–Kendall).
 *
 * <pre>
 *   S   = Σ sign(yj - yi) over i &lt; j in order of date
 *   Var = (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18      t = sizes of ties
 *   p   exact from the distribution of S without ties, otherwise normal with continuity correction; two-sided
 * </pre>
 *
 * @param s S
 * @param variance of S when there is no trend
 * @param p two-sided; never below 0.05 for four points or fewer
 * @see <a href="https://doi.org/10.1093/biomet/30.1-2.81">Kendall (1938), Biometrika 30:81-93</a>
 */
public record Kendall(int s, double variance, double p) {

    private static final int EXACT_POINTS = 60;

    /** The test of points in order of date. */
    public static Kendall of(List<TrendPoint> points) {
        int n = points.size();
        int s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double time = Math.signum(points.get(j).days() - points.get(i).days());
                s += (int) (time
                        * Math.signum(points.get(j).value() - points.get(i).value()));
            }
        }
        double tied = ties(points);
        double variance = (n * (n - 1.0) * (2.0 * n + 5) - tied) / 18;
        boolean exact = tied == 0 && n <= EXACT_POINTS;
        return new Kendall(s, variance, exact ? exactP(n, s) : normalP(s, variance));
    }

    private static double ties(List<TrendPoint> points) {
        Map<Double, Integer> counts = new HashMap<>();
        points.forEach(point -> counts.merge(point.value(), 1, Integer::sum));
        double sum = 0;
        for (int t : counts.values()) {
            sum += t * (t - 1.0) * (2.0 * t + 5);
        }
        return sum;
    }

    private static double normalP(int s, double variance) {
        double z = variance > 0 ? Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance) : 0;
        return Math.min(1, Erf.erfc(z / Math.sqrt(2)));
    }

    /** Two-sided chance of |S| or more among all n! orders, by counting inversions. */
    private static double exactP(int n, int s) {
        double[] chance = {1};
        for (int k = 2; k <= n; k++) {
            double[] next = new double[chance.length + k - 1];
            for (int i = 0; i < chance.length; i++) {
                for (int j = 0; j < k; j++) {
                    next[i + j] += chance[i] / k;
                }
            }
            chance = next;
        }
        int most = n * (n - 1) / 2;
        double tail = 0;
        for (int inversions = 0; inversions < chance.length; inversions++) {
            tail += most - 2 * inversions >= Math.abs(s) ? chance[inversions] : 0;
        }
        return s == 0 ? 1 : Math.min(1, 2 * tail);
    }
}
