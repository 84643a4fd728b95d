package org.plinth.calibration.tare;

/** Why a zero does not count. The text catalogue has the words under {@code capture.tare.<name>}. */
public enum TareRefusal {
    /** The mean is 1 N or more from zero: something pulls on the sensor. */
    NOT_ZERO,
    /** The force varies by more than 1 N (standard deviation). */
    UNSTEADY,
    /** The force creeps by more than 1 N in half a second. */
    DRIFTING,
    /** The sensor sent too little to judge. */
    NO_SIGNAL
}
