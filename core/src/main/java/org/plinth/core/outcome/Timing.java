package org.plinth.core.outcome;

/** When, beside the activity, a value was felt. */
public enum Timing {
    /** At rest. */
    REST(false),
    /** While doing it. */
    DURING(true),
    /** About 24 hours after it. */
    AFTER_24_H(true),
    /** About 48 hours after it. */
    AFTER_48_H(true),
    /** The worst of the instrument's window. */
    WORST(false),
    /** The average of the instrument's window. */
    AVERAGE(false);

    private final boolean ofActivity;

    Timing(boolean ofActivity) {
        this.ofActivity = ofActivity;
    }

    /** Whether it means nothing without the activity that it is about. */
    public boolean ofActivity() {
        return ofActivity;
    }
}
