package org.plinth.core.effort;

/** What is unusual about an effort without making it useless (decision M9). */
public enum EffortFlag {
    /** Baseline force above 5 % of the peak: withholds RFD and impulse. */
    PRETENSION,
    /** A dip before the rise: withholds RFD and impulse. */
    COUNTERMOVEMENT,
    /** A second rise within 3 s belongs to it: withholds RFD and impulse. */
    DOUBLE,
    /** The recording ended before the force was released. */
    CUT_AT_END,
    /** Pain limited it. Set by the clinician. */
    PAIN_LIMITED,
    /** Its peak is within 5 % of the end of the sensor's known range. */
    NEAR_LIMIT
}
