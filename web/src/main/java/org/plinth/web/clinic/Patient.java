package org.plinth.web.clinic;

import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.quantity.Mass;

/**
 * The person tested.
 *
 * @param id opaque
 * @param clinic whose patient
 * @param version of these data, from 1
 * @param givenName first names
 * @param familyName last name
 * @param birthDate the second identifier on every screen
 * @param bodyMass last known; dated by {@code bodyMassOn}
 * @param bodyMassOn when it was weighed
 */
public record Patient(
        Id<Patient> id,
        Id<Clinic> clinic,
        int version,
        String givenName,
        String familyName,
        LocalDate birthDate,
        Optional<Mass> bodyMass,
        Optional<LocalDate> bodyMassOn) {

    /** First and last name. */
    public String name() {
        return givenName + " " + familyName;
    }
}
