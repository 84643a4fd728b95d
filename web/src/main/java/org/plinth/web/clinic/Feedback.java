package org.plinth.web.clinic;

import java.util.Set;

/**
 * Under what a patient worked while she made an effort: a flag on the point, no part of its series (decision M21). Other
 * cues than last time can make another force.
 *
 * @param tones whether cues were sounded
 * @param voice whether cues were spoken
 * @param cues those that were given at all, each with its text on the clinician's screen
 * @param patientSees whether she could see the force
 */
public record Feedback(boolean tones, boolean voice, Set<Cue> cues, boolean patientSees) {

    /** Copies the set. */
    public Feedback {
        cues = Set.copyOf(cues);
    }

    /** The fixed cues (decision S3). */
    public enum Cue {
        /** The recording has begun; rest. */
        READY,
        /** Pull or push. */
        GO,
        /** Keep it. */
        HOLD,
        /** Let go. */
        RELAX,
        /** The effort cannot count. */
        REJECTED,
        /** The force is not known at present. */
        SIGNAL_LOST
    }
}
