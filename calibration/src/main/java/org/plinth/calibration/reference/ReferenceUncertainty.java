package org.plinth.calibration.reference;

import java.util.List;
import java.util.OptionalDouble;

/** How well the loads are known, as a part of the load. */
public sealed interface ReferenceUncertainty {

    /** Standard uncertainty as a part of the load; empty where nobody stated it. */
    OptionalDouble relativeStandard();

    /**
     * As a certificate states it.
     *
     * @param relative expanded uncertainty as a part of the load
     * @param coverageFactor its k
     */
    record Expanded(double relative, double coverageFactor) implements ReferenceUncertainty {

        /** Rejects what cannot be. */
        public Expanded {
            requirePart(relative);
            if (!(coverageFactor >= 1 && coverageFactor <= 4)) {
                throw new IllegalArgumentException("k is from 1 to 4, was " + coverageFactor);
            }
        }

        @Override
        public OptionalDouble relativeStandard() {
            return OptionalDouble.of(relative / coverageFactor);
        }
    }

    /**
     * As a class of masses states it: the true value lies evenly within ± this.
     *
     * @param relativeHalfWidth as a part of the load
     */
    record Limits(double relativeHalfWidth) implements ReferenceUncertainty {

        /** Rejects what cannot be. */
        public Limits {
            requirePart(relativeHalfWidth);
        }

        @Override
        public OptionalDouble relativeStandard() {
            return OptionalDouble.of(relativeHalfWidth / Math.sqrt(3));
        }
    }

    /** Nobody stated it: every uncertainty that rests on it is a lower bound, and no conformity can be told. */
    record NotStated() implements ReferenceUncertainty {

        @Override
        public OptionalDouble relativeStandard() {
            return OptionalDouble.empty();
        }
    }

    /**
     * Of loads that are put together from these masses. Their errors may all have one sign, so the worst of them, as a
     * part of its mass, bounds every sum.
     */
    static ReferenceUncertainty of(List<ReferenceMass> masses) {
        OptionalDouble worst = masses.stream()
                .mapToDouble(ReferenceMass::relativeStandardUncertainty)
                .max();
        return worst.isPresent() ? new Expanded(2 * worst.getAsDouble(), 2) : new NotStated();
    }

    private static void requirePart(double relative) {
        if (!(relative > 0 && relative < 1)) {
            throw new IllegalArgumentException("an uncertainty is a part between 0 and 1, was " + relative);
        }
    }
}
