package org.plinth.web.sample;

import java.time.LocalDate;
import java.util.List;
import org.plinth.core.visit.Involvement;

/**
 * A made-up person and how her strength went.
 *
 * @param givenName begins with "Sample"
 * @param familyName last name
 * @param birthDate made up
 * @param bodyMassKilograms made up [kg]
 * @param problem of the episode, in words
 * @param involvement injured side
 * @param closed whether the episode is over
 * @param visits oldest first
 */
record SamplePerson(
        String givenName,
        String familyName,
        LocalDate birthDate,
        double bodyMassKilograms,
        String problem,
        Involvement involvement,
        boolean closed,
        List<SampleVisit> visits) {

    /** Copies the list. */
    SamplePerson {
        visits = List.copyOf(visits);
    }
}
