package org.plinth.calibration.uncertainty;

import java.util.OptionalInt;

/**
 * One line of a budget.
 *
 * <pre>
 *   u = |sensitivity| · value / divisor      [N]
 * </pre>
 *
 * @param source what it is
 * @param value half-width, standard deviation or expanded uncertainty, in {@code unit}
 * @param unit of the value, as a symbol
 * @param distribution of the true value
 * @param divisor that makes a standard uncertainty of the value
 * @param sensitivity newtons for one of the unit
 * @param degreesOfFreedom empty where it is known as well as can be
 */
public record Component(
        Source source,
        double value,
        String unit,
        Distribution distribution,
        double divisor,
        double sensitivity,
        OptionalInt degreesOfFreedom) {

    /** What can contribute. */
    public enum Source {
        /** The loads themselves. */
        REFERENCE("u_ref"),
        /** Local gravity. */
        GRAVITY("u_g"),
        /** Scatter of repeated readings. */
        REPEATABILITY("u_rep"),
        /** Steps of the reading. */
        RESOLUTION("u_res"),
        /** Way up or way down. */
        HYSTERESIS("u_hyst"),
        /** Force that the curve leaves over at this load. */
        FIT("u_fit"),
        /** The curve's own standard error. */
        CURVE("u_curve"),
        /** Zero that does not return. */
        ZERO("u_zero"),
        /** Warmer or colder than at calibration. */
        TEMPERATURE("u_temp"),
        /** A load that does not pull along the axis. */
        ALIGNMENT("u_align");

        private final String symbol;

        Source(String symbol) {
            this.symbol = symbol;
        }

        /** As the budget names it: {@code u_ref}. */
        public String symbol() {
            return symbol;
        }
    }

    /** Rejects what is no contribution. */
    public Component {
        if (!(value >= 0) || !Double.isFinite(value) || !(divisor > 0) || !Double.isFinite(sensitivity)) {
            throw new IllegalArgumentException(
                    source + " needs a value of 0 or more and a divisor above 0, had " + value + " and " + divisor);
        }
    }

    static Component rectangular(Source source, double halfWidth, String unit, double sensitivity) {
        return new Component(
                source, halfWidth, unit, Distribution.RECTANGULAR, Math.sqrt(3), sensitivity, OptionalInt.empty());
    }

    static Component normal(Source source, double sd, String unit, double sensitivity, OptionalInt freedom) {
        return new Component(source, sd, unit, Distribution.NORMAL, 1, sensitivity, freedom);
    }

    /** u [N]. */
    public double standardUncertainty() {
        return Math.abs(sensitivity) * value / divisor;
    }
}
