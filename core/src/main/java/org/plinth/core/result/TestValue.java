package org.plinth.core.result;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.core.quantity.Force;

/**
 * What one side counts for at one visit: the best of the first {@code k} valid efforts, with their mean beside it
 * (decision M2).
 *
 * @param k how many efforts were looked at
 * @param best the greatest of them
 * @param mean their mean
 * @param cvPercent 100 · SD(n−1) / mean; empty for fewer than two
 * @param flags what a reader must know
 */
public record TestValue(int k, Force best, Force mean, OptionalDouble cvPercent, Set<ResultFlag> flags) {

    private static final double UNSTEADY_CV_PERCENT = 10;

    /** Copies the set. */
    public TestValue {
        flags = Set.copyOf(flags);
    }

    /**
     * The test value of these efforts.
     *
     * @param values one per valid effort, in the order they were made; at least one
     * @param k how many of the first to use; 1 to {@code values.size()}
     * @throws IllegalArgumentException if {@code k} does not fit
     */
    public static TestValue ofFirst(int k, List<Force> values) {
        if (k < 1 || k > values.size()) {
            throw new IllegalArgumentException("k must be 1 to " + values.size() + ", was " + k);
        }
        List<Force> used = values.subList(0, k);
        double sum = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (Force value : used) {
            sum += value.newtons();
            best = Math.max(best, value.newtons());
        }
        double mean = sum / k;
        OptionalDouble cv = cvPercent(used, mean);
        Set<ResultFlag> flags =
                cv.isPresent() && cv.getAsDouble() > UNSTEADY_CV_PERCENT ? Set.of(ResultFlag.UNSTEADY) : Set.of();
        return new TestValue(k, new Force(best), new Force(mean), cv, flags);
    }

    private static OptionalDouble cvPercent(List<Force> used, double mean) {
        if (used.size() < 2 || mean <= 0) {
            return OptionalDouble.empty();
        }
        double squares = 0;
        for (Force value : used) {
            squares += (value.newtons() - mean) * (value.newtons() - mean);
        }
        return OptionalDouble.of(100 * Math.sqrt(squares / (used.size() - 1)) / mean);
    }
}
