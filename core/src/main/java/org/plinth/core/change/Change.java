package org.plinth.core.change;

import org.plinth.core.quantity.Force;

/** What may honestly be said about one visit against the baseline of its series (decision M13). */
public sealed interface Change {

    /** Which way. */
    enum Direction {
        /** Stronger. */
        INCREASE,
        /** Weaker. */
        DECREASE
    }

    /** Why a visit is not judged. */
    enum NotJudged {
        /** The visit is of another series. */
        OTHER_SERIES,
        /** The point is hollow: pain-limited, typed, or of doubtful calibration. */
        HOLLOW_POINT,
        /** The visit belongs to the baseline. */
        PART_OF_BASELINE,
        /** No force above 0 N was measured. */
        NO_FORCE
    }

    /**
     * The figures of a comparison.
     *
     * @param difference follow-up − baseline [N]
     * @param percent 100 · (follow-up / baseline − 1)
     * @param chanceAboveZero Φ(ln(follow-up / baseline) / (SEM · √(1/a + 1/b))): that the true change is a rise
     * @param limits beyond which a change is more than measurement error
     */
    record Figures(Force difference, double percent, double chanceAboveZero, DetectableChange limits) {}

    /**
     * Too small to tell from measurement error; a difference of exactly the limit is.
     *
     * @param figures of the comparison
     */
    record WithinError(Figures figures) implements Change {}

    /**
     * Beyond the limit for the first time: confirm at the next visit.
     *
     * @param direction which way
     * @param figures of the comparison
     */
    record Possible(Direction direction, Figures figures) implements Change {}

    /**
     * Beyond the limit, and so was the visit before, or another within 14 days.
     *
     * @param direction which way
     * @param figures of the comparison
     */
    record Confirmed(Direction direction, Figures figures) implements Change {}

    /**
     * Not compared.
     *
     * @param reason why
     */
    record NotComparable(NotJudged reason) implements Change {}
}
