package org.plinth.web.clinic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who can log in.
 *
 * @param id opaque
 * @param clinic where
 * @param login what is typed; unique in the installation, compared in lower case
 * @param displayName as people read it
 * @param role what the person may do
 * @param patient whose page it is, for the role {@link Role#PATIENT} only
 * @param disabled whether logging in is refused
 * @param guardian for whom and how long she reads the patient's page; empty for the patient herself and for staff
 */
public record Account(
        Id<Account> id,
        Id<Clinic> clinic,
        String login,
        String displayName,
        Role role,
        Optional<Id<Patient>> patient,
        boolean disabled,
        Optional<Guardian> guardian) {

    /** Of staff, or of a patient herself. */
    public Account(
            Id<Account> id,
            Id<Clinic> clinic,
            String login,
            String displayName,
            Role role,
            Optional<Id<Patient>> patient,
            boolean disabled) {
        this(id, clinic, login, displayName, role, patient, disabled, Optional.empty());
    }

    /** The same under another name. */
    public Account named(String name) {
        return new Account(id, clinic, login, name, role, patient, disabled, guardian);
    }

    /** The same, shut out or let in. */
    public Account shutOut(boolean refused) {
        return new Account(id, clinic, login, displayName, role, patient, refused, guardian);
    }

    /** Whether it may come in on this day of its clinic. */
    public boolean mayEnter(LocalDate today) {
        return !disabled && guardian.filter(known -> !known.holds(today)).isEmpty();
    }
}
