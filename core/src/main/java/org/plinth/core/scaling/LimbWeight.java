package org.plinth.core.scaling;

import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.Length;
import org.plinth.core.quantity.Mass;

/**
 * What is done about the weight of the limb (decision M8): one policy a series, never mixed. A tare corrects nothing in
 * a prone curl, so the policy there is {@code none} unless the passive limb was measured.
 *
 * <pre>
 *   corrected = F + Fg          the limb's weight opposes the effort and the sensor was zeroed unloaded
 *   corrected = F - Fg          the limb's weight helps
 *   Fg (anthropometric) = 0.061 · m · g · 0.606 · L · cos α / r     L shank length, α from horizontal, r lever
 * </pre>
 *
 * <p>Segment figures: Winter, Biomechanics and Motor Control of Human Movement; for shank and foot together.
 */
public sealed interface LimbWeight {

    /** Whether the limb's weight works against the effort or with it. */
    enum Direction {
        /** Against: it is added. */
        OPPOSES,
        /** With: it is taken off. */
        HELPS
    }

    /** The id in a series key. */
    String id();

    /** The force with the limb's weight dealt with. */
    Force correct(Force measured, Direction direction);

    /** Whether values may be set against norms and hamstring-to-quadriceps ratios. */
    default boolean isMeasured() {
        return false;
    }

    /** Nothing is done. */
    record None() implements LimbWeight {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public Force correct(Force measured, Direction direction) {
            return measured;
        }
    }

    /**
     * The passive limb was measured on the sensor.
     *
     * @param weight at least 0 N
     */
    record Measured(Force weight) implements LimbWeight {
        /** Rejects what cannot be. */
        public Measured {
            if (weight.newtons() < 0) {
                throw new IllegalArgumentException("a limb weighs 0 N or more, was " + weight);
            }
        }

        @Override
        public String id() {
            return "measured";
        }

        @Override
        public boolean isMeasured() {
            return true;
        }

        @Override
        public Force correct(Force measured, Direction direction) {
            return direction == Direction.OPPOSES ? measured.plus(weight) : measured.minus(weight);
        }
    }

    /**
     * Worked out from body mass and shank length.
     *
     * @param weight at the sensor
     */
    record Anthropometric(Force weight) implements LimbWeight {
        private static final double MASS_PART = 0.061;
        private static final double CENTRE_PART = 0.606;

        /** The weight of shank and foot at the sensor; empty where the lever is 0 m. */
        public static Optional<Anthropometric> of(Mass body, Length shank, Length lever, double degreesFromHorizontal) {
            if (lever.metres() <= 0) {
                return Optional.empty();
            }
            double weight = MASS_PART * body.kilograms() * BodyScaling.STANDARD_GRAVITY;
            double arm = CENTRE_PART * shank.metres() * StrictMath.cos(Math.toRadians(degreesFromHorizontal));
            return Optional.of(new Anthropometric(new Force(weight * arm / lever.metres())));
        }

        @Override
        public String id() {
            return "anthropometric";
        }

        @Override
        public Force correct(Force measured, Direction direction) {
            return direction == Direction.OPPOSES ? measured.plus(weight) : measured.minus(weight);
        }
    }
}
