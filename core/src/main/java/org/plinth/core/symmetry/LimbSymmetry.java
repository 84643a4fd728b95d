package org.plinth.core.symmetry;

import java.util.Optional;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.visit.Side;

/** Limb symmetry of two sides of one position at one visit (decisions M2, M5 to M7). */
public final class LimbSymmetry {

    /** The reference line unless the clinic sets another [%]. */
    public static final double DEFAULT_THRESHOLD_PERCENT = 90;

    private LimbSymmetry() {}

    /**
     * Injured ÷ uninjured × 100 with its interval and state, or a refusal.
     *
     * @param injured the injured side
     * @param one one side
     * @param other the other side
     * @param error of one side; empty where not known: the ratio alone, {@code NO_MEASUREMENT_ERROR}, cannot tell
     * @param thresholdPercent the reference line
     */
    public static SymmetryOutcome of(
            Side injured,
            SideMeasurement one,
            SideMeasurement other,
            Optional<MeasurementError> error,
            double thresholdPercent) {
        return new SymmetryOutcome.Refused(SymmetryRefusal.MISSING_SIDE);
    }
}
