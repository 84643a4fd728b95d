package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Set;

/**
 * What was answered before the first maximal effort of a visit, and what was decided (decision S1). Rows are added, never
 * changed; of several of a visit the greatest number stands.
 *
 * @param clinic where
 * @param patient whose
 * @param visit at which
 * @param number from 1
 * @param form id of the questions
 * @param formVersion of the questions that were asked
 * @param yes ids of the questions answered with "yes"; all others were answered with "no"
 * @param agreed whether the patient agreed to be tested
 * @param goesOn whether testing goes on
 * @param at when
 * @param author who decided
 * @param reason why testing goes on although something applies, or why it stops; may be empty
 */
public record Screening(
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Visit> visit,
        int number,
        String form,
        int formVersion,
        Set<String> yes,
        boolean agreed,
        boolean goesOn,
        Instant at,
        Id<Account> author,
        String reason) {

    /** Copies the set. */
    public Screening {
        yes = Set.copyOf(yes);
    }
}
