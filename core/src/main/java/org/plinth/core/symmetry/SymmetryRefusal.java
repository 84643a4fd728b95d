package org.plinth.core.symmetry;

/** Why two results give no limb symmetry. The name is what files carry. */
public enum SymmetryRefusal {
    /** A side has no valid effort. */
    MISSING_SIDE,
    /** Both sides are injured: there is no healthy side. */
    BILATERAL,
    /** The two results differ in more than the side. */
    NOT_COMPARABLE,
    /** The uninjured side is below max(20 N, 3 × noise). */
    ZERO_REF,
    /** The sides were tested more than 30 minutes apart. */
    EXPIRED_PAIR,
    /** Both legs work at once in this position. */
    BRIDGE_BILATERAL_TEST,
    /** No injured side was named. */
    NO_INJURED_SIDE
}
