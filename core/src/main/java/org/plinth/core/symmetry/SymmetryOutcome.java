package org.plinth.core.symmetry;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.visit.Side;

/** A limb symmetry, or why there is none. */
public sealed interface SymmetryOutcome {

    /** The symmetry, if there is one. */
    Optional<Symmetry> symmetry();

    /**
     * Limb symmetry: injured ÷ uninjured × 100, never capped.
     *
     * @param injured the injured side
     * @param k efforts used on each side
     * @param percent of the test values
     * @param percentOfMeans of the means of the same efforts
     * @param percentNet of the values less their own baselines; empty where a net value is not positive
     * @param interval how sure; empty where no measurement error is known
     * @param state against {@code thresholdPercent}
     * @param thresholdPercent the reference line that the clinic set
     * @param error what the interval rests on; empty where it is not known
     * @param flags what a reader must know
     */
    record Symmetry(
            Side injured,
            int k,
            double percent,
            double percentOfMeans,
            OptionalDouble percentNet,
            Optional<SymmetryInterval> interval,
            ThresholdState state,
            double thresholdPercent,
            Optional<MeasurementError> error,
            Set<ResultFlag> flags)
            implements SymmetryOutcome {
        /** Copies the set. */
        public Symmetry {
            flags = Set.copyOf(flags);
        }

        @Override
        public Optional<Symmetry> symmetry() {
            return Optional.of(this);
        }
    }

    /**
     * No symmetry.
     *
     * @param reason why
     */
    record Refused(SymmetryRefusal reason) implements SymmetryOutcome {
        @Override
        public Optional<Symmetry> symmetry() {
            return Optional.empty();
        }
    }
}
