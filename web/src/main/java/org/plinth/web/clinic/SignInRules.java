package org.plinth.web.clinic;

import java.time.Duration;

/**
 * What a clinic asks of who logs in.
 *
 * @param clinic whose
 * @param secondFactorRequired whether staff must have a second factor
 * @param lockAfter how long without a touch until a screen is locked; whole minutes, 1 to 60
 */
public record SignInRules(Id<Clinic> clinic, boolean secondFactorRequired, Duration lockAfter) {

    /** Until a clinic chooses: short enough for a tablet that is left on a couch, longer than a test of one leg [assumed]. */
    public static final Duration USUAL_LOCK = Duration.ofMinutes(10);

    /** What holds until an owner decides. */
    public static SignInRules usual(Id<Clinic> clinic) {
        return new SignInRules(clinic, false, USUAL_LOCK);
    }

    /** Whether somebody of this role must have a second factor. */
    public boolean requiresSecondFactor(Role role) {
        return secondFactorRequired && role != Role.PATIENT;
    }
}
