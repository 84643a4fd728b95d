package org.plinth.calibration;

/** Whether a calibration may be relied on at a given moment. */
public enum Validity {
    /** A reference stands behind it and its time is not over. */
    VALID,
    /** Its time has not begun. */
    NOT_YET,
    /** Its time is over. */
    EXPIRED,
    /** There is none. */
    NEVER_CALIBRATED
}
