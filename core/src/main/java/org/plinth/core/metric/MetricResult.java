package org.plinth.core.metric;

import java.util.Optional;
import java.util.OptionalDouble;

/** What a metric says: a value, or why not. */
public sealed interface MetricResult {

    /** The value, if there is one. */
    OptionalDouble value();

    /** Why there is none. */
    Optional<Withholding> withholding();

    /**
     * A value in the metric's unit.
     *
     * @param number finite
     */
    record Measured(double number) implements MetricResult {
        /** Rejects what is not a number. */
        public Measured {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a measured value must be finite, was " + number);
            }
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(number);
        }

        @Override
        public Optional<Withholding> withholding() {
            return Optional.empty();
        }
    }

    /**
     * No value.
     *
     * @param reason why
     */
    record Withheld(Withholding reason) implements MetricResult {
        @Override
        public OptionalDouble value() {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Withholding> withholding() {
            return Optional.of(reason);
        }
    }
}
