package org.plinth.core.criteria;

import java.util.Optional;

/**
 * "Bridge equal on both legs" (decision M17): both values and their ratio; this test cannot show equality, its error is
 * 13 to 25 %, so the clinician decides by judgement. Never a computed state.
 *
 * @param left held or counted on the left
 * @param right held or counted on the right
 * @param ratioPercent 100 · injured / uninjured; empty where a value was capped or is 0
 */
public record BridgeCriterion(Hold left, Hold right, Optional<Double> ratioPercent) {

    /**
     * One leg's value.
     *
     * @param value seconds or repetitions, at least 0
     * @param capped whether the test ended there: "≥ 120 s"
     */
    public record Hold(double value, boolean capped) {
        /** Rejects what cannot be. */
        public Hold {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a hold must be 0 or more, was " + value);
            }
        }
    }

    /** The criterion's two values. */
    public static BridgeCriterion of(Hold left, Hold right, boolean leftInjured) {
        Hold injured = leftInjured ? left : right;
        Hold other = leftInjured ? right : left;
        boolean whole = !left.capped() && !right.capped() && left.value() > 0 && right.value() > 0;
        return new BridgeCriterion(
                left, right, whole ? Optional.of(100 * injured.value() / other.value()) : Optional.empty());
    }
}
