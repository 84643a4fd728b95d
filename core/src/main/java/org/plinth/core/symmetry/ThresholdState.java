package org.plinth.core.symmetry;

/** Whether the true symmetry is at least the threshold, by one-sided 90 % bounds (decision M5). */
public enum ThresholdState {
    /** The lower bound is at or above it. */
    MET,
    /** The upper bound is below it. */
    NOT_MET,
    /** Neither. */
    CANNOT_TELL
}
