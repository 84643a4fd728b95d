package org.plinth.core.statistics;

import java.util.Arrays;

/**
 * Mean, standard deviation and median of some finite numbers, in the unit that they have. They are added up in their
 * order: the library's sum of a stream leaves that to the version of Java, and with it the last bit.
 */
public final class Sample {

    private final double[] values;

    private Sample(double[] values) {
        this.values = values;
    }

    /**
     * A sample.
     *
     * @throws IllegalArgumentException if it is empty or a value is not finite
     */
    public static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one value");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a sample holds finite values, not " + value);
            }
        }
        return new Sample(values.clone());
    }

    /** How many. */
    public int size() {
        return values.length;
    }

    /** Arithmetic mean. */
    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Standard deviation with n − 1; 0 for a single value. */
    public double sd() {
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    /** Median. */
    public double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
