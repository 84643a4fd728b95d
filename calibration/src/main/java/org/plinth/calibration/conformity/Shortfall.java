package org.plinth.calibration.conformity;

/** Why a calibration does not pass. */
public enum Shortfall {
    /** An error is beyond its limit. */
    ERROR_BEYOND_LIMIT(Decision.FAIL),
    /** An error is too near to its limit. */
    ERROR_TOO_NEAR_LIMIT(Decision.CANNOT_TELL),
    /** Repeated readings differ too much. */
    NOT_REPEATABLE(Decision.FAIL),
    /** Way up and way down differ too much. */
    TOO_MUCH_HYSTERESIS(Decision.FAIL),
    /** The unloaded reading does not come back. */
    ZERO_DOES_NOT_RETURN(Decision.FAIL),
    /** U is more than its part of a limit. */
    UNCERTAINTY_TOO_LARGE(Decision.CANNOT_TELL),
    /** Nobody stated how well the loads are known. */
    REFERENCE_NOT_STATED(Decision.CANNOT_TELL),
    /** No load was read twice. */
    NOT_REPEATED(Decision.CANNOT_TELL),
    /** Nothing was read on the way down. */
    NO_DESCENDING_READINGS(Decision.CANNOT_TELL),
    /** No unloaded reading at the end. */
    NO_FINAL_ZERO(Decision.CANNOT_TELL),
    /** Fewer than five loads. */
    FEW_LOADS(Decision.CANNOT_TELL);

    private final Decision decision;

    Shortfall(Decision decision) {
        this.decision = decision;
    }

    /** What it makes of the whole. */
    public Decision decision() {
        return decision;
    }
}
