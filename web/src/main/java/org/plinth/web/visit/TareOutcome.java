package org.plinth.web.visit;

import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.TareReading;

/**
 * What zeroing the sensor came to, over half a second after it.
 *
 * @param side for which side
 * @param state what the position wants on the sensor while it is zeroed
 * @param mean of the force after zeroing [N]
 * @param spread standard deviation [N]
 * @param drift end less beginning, by a straight line [N]
 * @param refusal why it does not count; empty when it does
 */
public record TareOutcome(
        Side side, TestPosition.TareState state, Force mean, Force spread, Force drift, Optional<Refusal> refusal) {

    /** Why a zero does not count. The text catalogue has the words under {@code capture.tare.<name>}. */
    public enum Refusal {
        /** The mean is 1 N or more from zero: something pulls on the sensor. */
        NOT_ZERO,
        /** The force varies by more than 1 N (standard deviation). */
        UNSTEADY,
        /** The force creeps by more than 1 N in half a second. */
        DRIFTING,
        /** The sensor sent too little to judge. */
        NO_SIGNAL
    }

    /** Limits of a good zero: |mean| below, spread and drift at most this [N] (engineering values). */
    private static final double LIMIT_NEWTONS = 1;

    /** Judges what the sensor showed. */
    static TareOutcome of(Side side, TestPosition.TareState state, TareReading reading) {
        return new TareOutcome(side, state, reading.mean(), reading.spread(), reading.drift(), refusal(reading));
    }

    private static Optional<Refusal> refusal(TareReading reading) {
        if (reading.samples() < TareReading.FEWEST_SAMPLES) {
            return Optional.of(Refusal.NO_SIGNAL);
        }
        if (reading.spread().newtons() > LIMIT_NEWTONS) {
            return Optional.of(Refusal.UNSTEADY);
        }
        if (reading.drift().abs().newtons() > LIMIT_NEWTONS) {
            return Optional.of(Refusal.DRIFTING);
        }
        return reading.mean().abs().newtons() < LIMIT_NEWTONS ? Optional.empty() : Optional.of(Refusal.NOT_ZERO);
    }

    /** Whether recording may begin on this side. */
    public boolean accepted() {
        return refusal.isEmpty();
    }
}
