package org.plinth.core.metric;

/** Why a metric gives no value. The name is what files carry. */
public enum Withholding {
    /** The sensor samples too slowly for this number. */
    SAMPLE_RATE_TOO_LOW,
    /** Samples are missing inside the window. */
    GAP_IN_WINDOW,
    /** The effort is shorter than the window. */
    EFFORT_TOO_SHORT,
    /** The effort began under tension. */
    PRETENSION,
    /** A countermovement or second rise spoils the onset. */
    UNCLEAN_ONSET,
    /** The sensor was at its limit. */
    OVER_RANGE,
    /** No onset could be placed. */
    NO_ONSET
}
