package org.plinth.core.result;

/** What a reader of a result or a symmetry must know. The name is what files carry. */
public enum ResultFlag {
    /** CV above 10 % on a side, or best and mean tell symmetries more than 3 points apart. */
    UNSTEADY,
    /** Pretension is large or unequal between the sides: gross and net are both shown, and the state is cannot tell. */
    PRETENSION_UNEQUAL,
    /** No measurement error is known: the ratio alone is given. */
    NO_MEASUREMENT_ERROR,
    /** The measurement error rests on literature or on an assumption. */
    PROVISIONAL_ERROR,
    /** Pain limited at least one effort that counts. */
    PAIN_LIMITED,
    /** The sensor was not calibrated. */
    UNCALIBRATED,
    /** Calibration expired or in doubt. */
    CALIBRATION_SUSPECT,
    /** Fewer efforts than the protocol asks for. */
    FEW_EFFORTS,
    /** The sides were tested by different people. */
    DIFFERENT_CLINICIAN,
    /** The sensor is of a kind that was built from its description alone and never seen on hardware (decision T22). */
    NOT_SEEN_ON_HARDWARE
}
