package org.plinth.web.measure;

import java.util.List;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;

/**
 * One position over the visits of one episode: what the outcome chart, its sentences and its table show.
 *
 * @param position which, in the version of its newest result
 * @param left the left side
 * @param right the right side
 * @param injured the injured side; empty where both are
 * @param symmetries oldest first; refusals included, with their reason
 */
public record Course(
        TestPosition position,
        SideCourse left,
        SideCourse right,
        Optional<Side> injured,
        List<SymmetryPoint> symmetries) {

    /** Copies the list. */
    public Course {
        symmetries = List.copyOf(symmetries);
    }

    /** One side's course. */
    public SideCourse side(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
