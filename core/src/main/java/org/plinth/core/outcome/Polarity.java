package org.plinth.core.outcome;

/** Which end of a scale is the good one; always said, because a scale turned round in silence is the classic fault. */
public enum Polarity {
    /** A higher value is a better state. */
    HIGHER_BETTER,
    /** A lower value is a better state. */
    LOWER_BETTER;

    /** The other one. */
    public Polarity flipped() {
        return this == HIGHER_BETTER ? LOWER_BETTER : HIGHER_BETTER;
    }

    /** Which way a value went, from the first to the second. */
    public Way way(double first, double now) {
        if (first == now) {
            return Way.SAME;
        }
        boolean up = now > first;
        return up == (this == HIGHER_BETTER) ? Way.BETTER : Way.WORSE;
    }

    /** Which way a value went; by itself it says nothing about measurement error. */
    public enum Way {
        /** Towards the good end. */
        BETTER,
        /** Towards the bad end. */
        WORSE,
        /** Nowhere. */
        SAME
    }
}
