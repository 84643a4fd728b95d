package org.plinth.core.symmetry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.Force;

/**
 * The five ways in which two sides can be set against each other; every index in use is one of them under another name.
 *
 * <pre>
 *   RATIO                 100 · x / y                            0 … ∞
 *   DIFFERENCE_OVER_MAX   100 · (y - x) / max(x, y)           -100 … 100
 *   DIFFERENCE_OVER_SUM   100 · (y - x) / (x + y)             -100 … 100
 *   ANGLE                 100 · (45° - atan(x / y)) / 90°      -50 … 50
 *   LOG_RATIO             100 · ln(x / y)                       ± ∞
 * </pre>
 *
 * <p>x is the injured, left or non-dominant side, y the other. Both must be above 0 N. The sign of the differences is
 * positive where x is the weaker one; the log ratio and the ratio keep their own direction.
 *
 * @see <a href="https://doi.org/10.1519/SSC.0000000000000264">Bishop et al. (2016), Strength Cond J 38(6)</a>
 */
public enum SideIndex {
    /** Limb symmetry. */
    RATIO("%") {
        @Override
        double of(double x, double y) {
            return 100 * x / y;
        }
    },
    /** Side difference. */
    DIFFERENCE_OVER_MAX("%") {
        @Override
        double of(double x, double y) {
            return 100 * (y - x) / Math.max(x, y);
        }
    },
    /** For tests in which both limbs work at once. */
    DIFFERENCE_OVER_SUM("%") {
        @Override
        double of(double x, double y) {
            return 100 * (y - x) / (x + y);
        }
    },
    /** Without a reference limb (Zifchock et al. 2008). */
    ANGLE("%") {
        @Override
        double of(double x, double y) {
            return 100 * (Math.PI / 4 - StrictMath.atan2(x, y)) / (Math.PI / 2);
        }
    },
    /** The scale of intervals, trends and averages. */
    LOG_RATIO("%") {
        @Override
        double of(double x, double y) {
            return 100 * StrictMath.log(x / y);
        }
    };

    private final String unit;

    SideIndex(String unit) {
        this.unit = unit;
    }

    abstract double of(double x, double y);

    /** UCUM unit of the value. */
    public String unit() {
        return unit;
    }

    /** The index of two sides; empty where one of them is not above 0 N. */
    public OptionalDouble of(Force x, Force y) {
        return x.newtons() > 0 && y.newtons() > 0
                ? OptionalDouble.of(of(x.newtons(), y.newtons()))
                : OptionalDouble.empty();
    }

    /**
     * A published name.
     *
     * @param name as it stands in papers
     * @param index what it is
     * @param factor by which that is multiplied
     * @param magnitude whether the sign is dropped
     */
    public record Alias(String name, SideIndex index, double factor, boolean magnitude) {

        /** The index under this name; empty where one side is not above 0 N. */
        public OptionalDouble of(Force x, Force y) {
            OptionalDouble value = index.of(x, y);
            if (value.isEmpty()) {
                return value;
            }
            double scaled = factor * value.getAsDouble();
            return OptionalDouble.of(magnitude ? Math.abs(scaled) : scaled);
        }
    }

    /** Every published name that stands for one of the five. */
    public static List<Alias> aliases() {
        return List.of(
                new Alias("LSI", RATIO, 1, false),
                new Alias("LSI-1", RATIO, 1, false),
                new Alias("LSI-3", RATIO, 1, false),
                new Alias("BSA", DIFFERENCE_OVER_MAX, 1, true),
                new Alias("percentage difference", DIFFERENCE_OVER_MAX, 1, true),
                new Alias("BAI-1", DIFFERENCE_OVER_SUM, 1, false),
                new Alias("BAI-2", DIFFERENCE_OVER_SUM, 2, false),
                new Alias("AI", DIFFERENCE_OVER_SUM, 2, false),
                new Alias("SI", DIFFERENCE_OVER_SUM, 1, true),
                new Alias("symmetry angle", ANGLE, 1, false),
                new Alias("log ratio", LOG_RATIO, 1, false));
    }

    /** The alias of this name. */
    public static Optional<Alias> alias(String name) {
        return aliases().stream().filter(alias -> alias.name().equals(name)).findFirst();
    }

    /** The deficit (LSI-2) [%]: 100 − LSI, not capped; empty where one side is not above 0 N. */
    public static OptionalDouble deficit(Force x, Force y) {
        OptionalDouble ratio = RATIO.of(x, y);
        return ratio.isPresent() ? OptionalDouble.of(100 - ratio.getAsDouble()) : ratio;
    }
}
