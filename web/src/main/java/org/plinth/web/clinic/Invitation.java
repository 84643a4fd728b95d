package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that lets one person choose a login and a password of her own, once. For somebody who has an account already it lets her
 * choose a new password.
 *
 * @param id opaque
 * @param clinic where
 * @param role that she will have
 * @param patient whose page will be hers, for the role {@link Role#PATIENT} only
 * @param account that she has already
 * @param name for whom, as the one who invites wrote it
 * @param at when
 * @param author who invited
 * @param expiresAt when it ends
 * @param guardian for whom and how long she will read the patient's page; empty where it is for the patient herself or for staff
 */
public record Invitation(
        Id<Invitation> id,
        Id<Clinic> clinic,
        Role role,
        Optional<Id<Patient>> patient,
        Optional<Id<Account>> account,
        String name,
        Instant at,
        Id<Account> author,
        Instant expiresAt,
        Optional<Guardian> guardian) {

    /** To staff, or to a patient herself. */
    public Invitation(
            Id<Invitation> id,
            Id<Clinic> clinic,
            Role role,
            Optional<Id<Patient>> patient,
            Optional<Id<Account>> account,
            String name,
            Instant at,
            Id<Account> author,
            Instant expiresAt) {
        this(id, clinic, role, patient, account, name, at, author, expiresAt, Optional.empty());
    }

    /** Whether it can be used at this moment. */
    public boolean isOpen(Instant now) {
        return expiresAt.isAfter(now);
    }

    /** Never prints the name. */
    @Override
    public String toString() {
        return "Invitation[" + id + " " + role + "]";
    }
}
