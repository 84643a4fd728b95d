package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * A step on the way to a patient's erasure: one person asks, another confirms, and when the time has come it is done.
 *
 * @param clinic where
 * @param patient whose
 * @param number from 1; the greatest stands
 * @param step how far it is
 * @param ground why the law wants it
 * @param numbersStay whether measured values stay, without anything that leads to her
 * @param dueAt from when on it may be done; only once it is confirmed
 * @param at when this step was made
 * @param author by whom
 * @param reason in the author's words; erased with the rest
 */
public record ErasureStep(
        Id<Clinic> clinic,
        Id<Patient> patient,
        int number,
        Step step,
        Ground ground,
        boolean numbersStay,
        Optional<Instant> dueAt,
        Instant at,
        Id<Account> author,
        String reason) {

    /** How far it is. */
    public enum Step {
        /** Wished for; somebody else has to confirm. */
        ASKED,
        /** Will be done when it is due. */
        CONFIRMED,
        /** Will not be done. */
        CANCELLED,
        /** Done, for ever. */
        DONE
    }

    /** Article 17 (1) of the General Data Protection Regulation, letter by letter. */
    public enum Ground {
        /** (a) the data are no longer needed. */
        NO_LONGER_NEEDED,
        /** (b) consent was withdrawn, and nothing else allows to keep them. */
        CONSENT_WITHDRAWN,
        /** (c) she objected. */
        OBJECTED,
        /** (d) they were processed unlawfully. */
        UNLAWFUL,
        /** (e) a law of the country wants them erased. */
        LEGAL_DUTY
    }

    /** Whether it waits for somebody or for its day. */
    public boolean pending() {
        return step == Step.ASKED || step == Step.CONFIRMED;
    }
}
