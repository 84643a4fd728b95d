package org.plinth.core.audit;

import java.util.Arrays;

/**
 * Median and quartiles by linear interpolation of the ordered values (type 7), in the unit that the values have.
 *
 * <pre>
 *   h = (n - 1)·p      Q(p) = x[⌊h⌋] + (h - ⌊h⌋)·(x[⌊h⌋+1] - x[⌊h⌋])      x ordered, counted from 0
 * </pre>
 *
 * @param n how many values
 * @param lower the first quartile
 * @param median the middle
 * @param upper the third quartile
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996), Am Stat 50:361-365</a>
 */
public record Quantiles(int n, double lower, double median, double upper) {

    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    /**
     * Of these values.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static Quantiles of(double... values) {
        double[] sorted = sorted(values);
        return new Quantiles(sorted.length, at(sorted, QUARTER), at(sorted, HALF), at(sorted, 1 - QUARTER));
    }

    /** One quantile; {@code part} from 0 to 1. */
    public static double at(double part, double[] values) {
        return at(sorted(values), part);
    }

    private static double at(double[] sorted, double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("a quantile is of a part from 0 to 1, was " + part);
        }
        double h = (sorted.length - 1) * part;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    static double[] sorted(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("at least one value is needed");
        }
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("values must be finite, not " + values[i]);
            }
            sorted[i] = values[i] + 0.0; // -0.0 sorts below 0.0 and is the same number
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
