package org.plinth.web.measure;

import java.util.Optional;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.visit.Side;

/**
 * What a position test came to.
 *
 * @param left value of the left side; empty where no effort of it counts
 * @param right value of the right side; empty where no effort of it counts
 * @param symmetry or its refusal
 * @param engineVersion that computed it
 */
public record TestFigures(
        Optional<SideFigures> left, Optional<SideFigures> right, SymmetryOutcome symmetry, String engineVersion) {

    /** One side's value. */
    public Optional<SideFigures> side(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
