package org.plinth.web.visit;

import java.util.Optional;
import org.plinth.calibration.tare.Stillness;
import org.plinth.calibration.tare.TareRefusal;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;

/**
 * What zeroing the sensor came to for a side.
 *
 * @param side for which side
 * @param state what the position wants on the sensor while it is zeroed
 * @param still what the sensor showed for half a second after it
 */
public record TareOutcome(Side side, TestPosition.TareState state, Stillness still) {

    /** Why it does not count; empty when it does. */
    public Optional<TareRefusal> refusal() {
        return still.refusal();
    }

    /** Whether recording may begin on this side. */
    public boolean accepted() {
        return refusal().isEmpty();
    }
}
