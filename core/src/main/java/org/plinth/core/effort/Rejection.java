package org.plinth.core.effort;

/** Why an effort is not used (decision M9). */
public enum Rejection {
    /** No 250 ms of rest before it: the recording began in mid-effort, or the leg never rested. */
    NO_QUIET_BASELINE,
    /** Less than 0.5 s within 90 % of the peak. Outranked by a stop for pain, which is kept. */
    EARLY_RELEASE,
    /** At or above 98 % of the sensor's range, or flat at its limit. */
    OVER_RANGE,
    /** A link gap of more than 100 ms inside it. */
    LINK_GAP,
    /** Too weak to be an effort. */
    TOO_WEAK,
    /** The clinician excluded it, with a reason. */
    BY_CLINICIAN,
    /** The sensor's zero moved while it was recorded: the force may be wrong by as much, or more in between. */
    ZERO_SHIFT,
    /** The sensor's zero was not seen at both ends of the recording, so nothing says that it stayed. */
    ZERO_NOT_CHECKED
}
