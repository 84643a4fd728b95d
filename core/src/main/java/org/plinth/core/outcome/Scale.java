package org.plinth.core.outcome;

import java.util.Set;

/**
 * The values an instrument can have.
 *
 * @param min least
 * @param max greatest; above {@code min}
 * @param step between neighbouring values; a whole number of steps lies between {@code min} and {@code max}
 * @param unit one of {@link #UNITS}; empty for a bare number
 * @param polarity which end is the good one
 */
public record Scale(double min, double max, double step, String unit, Polarity polarity) {

    /** All units that there are. */
    public static final Set<String> UNITS = Set.of("", "points", "mm", "%", "s", "min");

    /** What arithmetic on doubles may leave of a difference that is none [steps]. */
    static final double TINY = 1e-9;

    /** Rejects what cannot be. */
    public Scale {
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException("a scale must rise, was " + min + " to " + max);
        }
        if (!(step > 0) || !isWhole((max - min) / step)) {
            throw new IllegalArgumentException("a scale must be whole steps, was " + step);
        }
        if (!UNITS.contains(unit)) {
            throw new IllegalArgumentException("a unit must be one of " + UNITS + ", was " + unit);
        }
    }

    /** Whether a value lies on a step; its range is not looked at. */
    boolean isOnStep(double value) {
        return isWhole((value - min) / step);
    }

    private static boolean isWhole(double steps) {
        return Math.abs(steps - Math.rint(steps)) <= TINY;
    }
}
