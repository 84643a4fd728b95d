package org.plinth.web.visit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.driver.BatteryReading;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;

/**
 * Everything about one position test of one visit, for a page or an answer.
 *
 * @param visit at which
 * @param test its set-up
 * @param position the protocol it follows
 * @param injured the injured side; empty where both are
 * @param left what was done on the left
 * @param right what was done on the right
 * @param symmetry as computed when its efforts were last decided; empty before any was
 * @param maximalEfforts efforts made on the visit's date, all positions and both sides, typed forces among them
 * @param recording what is being recorded now, if anything
 * @param sensor what a person must know of what measures
 * @param battery of the connected sensor, as it told it between recordings
 * @param swapDoubt where the legs stand the other way round than before
 */
public record TestSheet(
        Visit visit,
        PositionTest test,
        TestPosition position,
        Optional<Side> injured,
        SideSheet left,
        SideSheet right,
        Optional<TestSymmetry> symmetry,
        int maximalEfforts,
        Optional<RecordingInProgress> recording,
        SensorFacts sensor,
        Optional<BatteryReading> battery,
        Optional<SwapDoubt> swapDoubt) {

    /** The most maximal efforts at one visit (decision S2; an engineering value). */
    public static final int MOST_MAXIMAL_EFFORTS = 24;

    /** Grows with every correction of a side: who saw an older one corrects nothing. */
    public int sidesVersion() {
        return inOrder().stream()
                .flatMap(side -> side.recordings().stream())
                .mapToInt(Recording::version)
                .sum();
    }

    /** One side's part. */
    public SideSheet side(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /** Whether all that was recorded was moved to another patient: then nothing of this test is about her. */
    public boolean isMovedAway() {
        List<Trial> all =
                Stream.of(left, right).flatMap(side -> side.trials().stream()).toList();
        return !all.isEmpty() && all.stream().allMatch(Trial::isMoved);
    }

    /** Both, the one tested first in front. */
    public List<SideSheet> inOrder() {
        return List.of(side(test.firstSide()), side(test.firstSide().other()));
    }
}
