package org.plinth.web.store;

import java.time.Instant;
import java.util.UUID;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/**
 * Who does what, when and why. Written with every change and into the audit chain.
 *
 * @param clinic in which; the change must stay inside it
 * @param actor who is logged in, or {@link #PLINTH}
 * @param at when; kept to the microsecond
 * @param action what, by its stable name: {@code visit.open}, {@code trial.decide}
 * @param reason in the person's words; empty where none is asked
 * @param from where the request came from, such as an address; empty where it does not apply
 */
public record Act(Id<Clinic> clinic, Id<Account> actor, Instant at, String action, String reason, String from) {

    /** The program itself: recovery at start, making the sample clinic. */
    public static final Id<Account> PLINTH = new Id<>(new UUID(0, 0));

    /** Somebody whom no login names: who is turned away at the door. */
    public static final Id<Account> NOBODY = new Id<>(new UUID(0, 1));

    /** Stands where an act belongs to no clinic but to the installation: its clock, its checkpoints, strangers at its door. */
    public static final Id<Clinic> INSTALLATION = new Id<>(new UUID(0, 0));

    /** What the program does of its own accord. */
    public static Act ofPlinth(Id<Clinic> clinic, Instant at, String action) {
        return new Act(clinic, PLINTH, at, action, "", "");
    }
}
