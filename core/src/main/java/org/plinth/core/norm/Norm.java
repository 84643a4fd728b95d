package org.plinth.core.norm;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One published reference value. Never shown to patients, and never without its population.
 *
 * @param position position id
 * @param unit UCUM: {@code N/kg}, {@code N.m/kg}, {@code s}, {@code {reps}}
 * @param sex {@code M}, {@code F} or {@code any}
 * @param population in words, with age
 * @param people n; empty where pooled from many studies
 * @param statistic what the two numbers are
 * @param first mean, or lower end
 * @param second standard deviation, or upper end
 * @param note what to know: an angle that was not stated, a mapping that was assumed; empty for nothing
 * @param source author, year or review tag
 */
public record Norm(
        String position,
        String unit,
        String sex,
        String population,
        OptionalInt people,
        Statistic statistic,
        double first,
        double second,
        Optional<String> note,
        String source) {

    private static final double Z95 = 1.96;

    /** What the two numbers are. */
    public enum Statistic {
        /** Mean and standard deviation of people. */
        MEAN_SD,
        /** 95 % interval of a mean: where the average lies, never a range in which people lie. */
        CI_OF_MEAN
    }

    /**
     * Where 95 % of such people lie.
     *
     * @param low lower end
     * @param high upper end
     */
    public record Band(double low, double high) {}

    /** The band of people; empty for an interval of a mean, which must never be drawn as one. */
    public Optional<Band> band() {
        return statistic == Statistic.MEAN_SD
                ? Optional.of(new Band(Math.max(0, first - Z95 * second), first + Z95 * second))
                : Optional.empty();
    }

    /** The middle: the mean, or the midpoint of its interval. */
    public double middle() {
        return statistic == Statistic.MEAN_SD ? first : (first + second) / 2;
    }
}
