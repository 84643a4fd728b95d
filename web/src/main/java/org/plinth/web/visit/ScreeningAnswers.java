package org.plinth.web.visit;

import java.util.Set;

/**
 * What was answered before the first maximal effort of a visit. The act carries the reason for going on or stopping.
 *
 * @param form id of the questions that were shown
 * @param formVersion of those questions
 * @param yes ids of the questions answered with "yes"; all others were answered with "no"
 * @param agreed whether the patient agrees to be tested
 * @param goesOn whether testing goes on
 * @param numberSeen number of the answers that were seen, 0 for none
 */
public record ScreeningAnswers(
        String form, int formVersion, Set<String> yes, boolean agreed, boolean goesOn, int numberSeen) {

    /** Copies the set. */
    public ScreeningAnswers {
        yes = Set.copyOf(yes);
    }
}
