package org.plinth.calibration.validity;

/** Why a sensor is in doubt although its calibration is in date. */
public enum SuspectCause {
    /** A daily zero, a weekly check or a mass check did not pass. */
    FAILED_CHECK,
    /** It was loaded beyond 120 % of its capacity. */
    OVERLOAD,
    /** It was dropped. */
    DROP,
    /** Its firmware is not the one that was calibrated. */
    FIRMWARE_CHANGED
}
