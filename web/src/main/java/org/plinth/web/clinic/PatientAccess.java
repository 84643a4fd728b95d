package org.plinth.web.clinic;

import java.util.Set;

/**
 * Who of her own clinic may see a patient.
 *
 * @param patient who
 * @param clinic hers
 * @param version 0 where nothing was ever said: then she is open to all clinicians and assistants
 * @param restricted whether only her team may see her
 * @param team accounts of clinicians and assistants; counts while she is restricted
 */
public record PatientAccess(
        Id<Patient> patient, Id<Clinic> clinic, int version, boolean restricted, Set<Id<Account>> team) {

    /** Copies the team. */
    public PatientAccess {
        team = Set.copyOf(team);
    }

    /** A patient about whom nothing was ever said. */
    public static PatientAccess open(Id<Clinic> clinic, Id<Patient> patient) {
        return new PatientAccess(patient, clinic, 0, false, Set.of());
    }
}
