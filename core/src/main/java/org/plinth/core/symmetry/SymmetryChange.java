package org.plinth.core.symmetry;

import java.util.Optional;
import org.plinth.core.quantity.Force;

/**
 * Why limb symmetry changed between two visits: how much each leg gave.
 *
 * <pre>
 *   Δln LSI = Δln X - Δln Y          X injured, Y uninjured
 *   against the other leg's first test = 100 · X(now) / Y(first)     [%]
 * </pre>
 *
 * @param firstPercent symmetry at the first visit
 * @param nowPercent symmetry now
 * @param againstFirstTestPercent injured now ÷ uninjured at its baseline; provisional with a single baseline, and
 *     decides nothing (decision M15)
 * @param injuredLog Δln X
 * @param uninjuredLog Δln Y
 */
public record SymmetryChange(
        double firstPercent,
        double nowPercent,
        double againstFirstTestPercent,
        double injuredLog,
        double uninjuredLog) {

    /** Δln LSI. */
    public double symmetryLog() {
        return injuredLog - uninjuredLog;
    }

    /**
     * Whether the change is more than two visits without any true change would show in 95 of 100 cases: |Δln LSI| &gt;
     * 1.96 · √2 · s.
     *
     * @param spread s of one visit's symmetry, as {@link SymmetryInterval#spread}
     */
    public boolean beyondError(double spread) {
        return Math.abs(symmetryLog()) > SymmetryInterval.Z95 * Math.sqrt(2) * spread;
    }

    /** What the two legs did. */
    public enum Story {
        /** Both stronger, the injured one by more. */
        BOTH_STRONGER_INJURED_MORE,
        /** Both stronger, the other one by more: symmetry fell although the injured leg gained. */
        BOTH_STRONGER_UNINJURED_MORE,
        /** Injured stronger, other weaker. */
        INJURED_STRONGER_UNINJURED_WEAKER,
        /** Injured weaker, other stronger. */
        INJURED_WEAKER_UNINJURED_STRONGER,
        /** Both weaker: symmetry may look better for the wrong reason. */
        BOTH_WEAKER,
        /** Neither changed. */
        UNCHANGED
    }

    /** What the two legs did, by sign alone; whether it is more than measurement error is not said here. */
    public Story story() {
        if (injuredLog == 0 && uninjuredLog == 0) {
            return Story.UNCHANGED;
        }
        if (injuredLog >= 0 && uninjuredLog >= 0) {
            return symmetryLog() >= 0 ? Story.BOTH_STRONGER_INJURED_MORE : Story.BOTH_STRONGER_UNINJURED_MORE;
        }
        if (injuredLog <= 0 && uninjuredLog <= 0) {
            return Story.BOTH_WEAKER;
        }
        return injuredLog > 0 ? Story.INJURED_STRONGER_UNINJURED_WEAKER : Story.INJURED_WEAKER_UNINJURED_STRONGER;
    }

    /** The change between two visits; empty where a value is not above 0 N. */
    public static Optional<SymmetryChange> between(
            Force injuredFirst, Force uninjuredFirst, Force injuredNow, Force uninjuredNow) {
        double x0 = injuredFirst.newtons();
        double y0 = uninjuredFirst.newtons();
        double x1 = injuredNow.newtons();
        double y1 = uninjuredNow.newtons();
        if (Math.min(Math.min(x0, y0), Math.min(x1, y1)) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new SymmetryChange(
                100 * x0 / y0, 100 * x1 / y1, 100 * x1 / y0, StrictMath.log(x1 / x0), StrictMath.log(y1 / y0)));
    }
}
