package org.plinth.core.programme;

import org.plinth.core.visit.Side;

/** Which legs an exercise trains. A trained healthy leg gets stronger too, which lowers limb symmetry. */
public enum Trained {
    /** The left alone. */
    LEFT,
    /** The right alone. */
    RIGHT,
    /** Each, or both at once. */
    BOTH;

    /** Whether this leg is trained. */
    public boolean trains(Side side) {
        return this == BOTH || name().equals(side.name());
    }
}
