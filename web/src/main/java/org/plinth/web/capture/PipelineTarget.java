package org.plinth.web.capture;

import java.util.Optional;
import java.util.function.Consumer;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;

/**
 * Where a pipeline's recording belongs and who hears of it.
 *
 * @param recording which
 * @param test in which position test
 * @param side of which side
 * @param calibrated whether a valid calibration makes its newtons
 * @param mayComeLate whether packets may come long after they arrived at the radio
 * @param feed who watches
 * @param onBreak told once, off the caller's lock but on its thread, when it breaks off by itself; must not block
 */
record PipelineTarget(
        Id<Recording> recording,
        Id<PositionTest> test,
        Side side,
        boolean calibrated,
        boolean mayComeLate,
        VisitFeed feed,
        Consumer<EndCause> onBreak) {

    LiveState state(LiveState.Phase phase, long storedPackets, Optional<String> note) {
        return new LiveState(phase, Optional.of(test), Optional.of(side), Optional.of(recording), storedPackets, note);
    }
}
