package org.plinth.web.clinic;

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
 */
public record Account(
        Id<Account> id,
        Id<Clinic> clinic,
        String login,
        String displayName,
        Role role,
        Optional<Id<Patient>> patient,
        boolean disabled) {}
