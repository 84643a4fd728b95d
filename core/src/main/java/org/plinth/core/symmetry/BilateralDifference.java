package org.plinth.core.symmetry;

import java.util.Optional;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;

/**
 * What is shown instead of limb symmetry where both sides are injured: the difference between the legs, which has no
 * healthy side to be compared with (decision M6).
 *
 * <pre>
 *   difference = right - left                          [N]
 *   percent    = 100 · (strong - weak) / strong        [%]
 *   95 %       = difference ± 1.96 · √((SEM·L)² + (SEM·R)²)
 * </pre>
 *
 * @param difference right less left
 * @param percent of the stronger one
 * @param low lower end of the difference; empty where no measurement error is known
 * @param high upper end
 */
public record BilateralDifference(Force difference, double percent, Optional<Force> low, Optional<Force> high) {

    /** The difference of the two legs; empty where one of them is not above 0 N. */
    public static Optional<BilateralDifference> of(Force left, Force right, Optional<MeasurementError> error) {
        double l = left.newtons();
        double r = right.newtons();
        if (Math.min(l, r) <= 0) {
            return Optional.empty();
        }
        Force difference = right.minus(left);
        Optional<Force> half =
                error.map(known -> new Force(SymmetryInterval.Z95 * known.semPercent() / 100 * StrictMath.hypot(l, r)));
        return Optional.of(new BilateralDifference(
                difference,
                100 * Math.abs(r - l) / Math.max(l, r),
                half.map(difference::minus),
                half.map(difference::plus)));
    }
}
