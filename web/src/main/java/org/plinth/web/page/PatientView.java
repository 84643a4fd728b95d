package org.plinth.web.page;

import java.util.List;

/**
 * A patient's page for the clinician.
 *
 * @param href her address
 * @param about problem and dates of the episode
 * @param canStart whether a visit can be started or resumed
 * @param openVisit whether there is one to resume
 * @param positions in the order of the catalogue
 * @param visits newest first
 * @param links what else there is to her record
 * @param access who may see her
 * @param mayInvite whether the reader may give her access to her own page
 * @param consents how each stands
 */
public record PatientView(
        String href,
        String about,
        boolean canStart,
        boolean openVisit,
        List<PositionView> positions,
        List<VisitRow> visits,
        List<Frame.Crumb> links,
        AccessSummary access,
        boolean mayInvite,
        List<Fact> consents) {

    /** Copies the lists. */
    public PatientView {
        links = List.copyOf(links);
        consents = List.copyOf(consents);
        positions = List.copyOf(positions);
        visits = List.copyOf(visits);
    }

    /**
     * A visit in the list.
     *
     * @param date in words
     * @param what positions tested
     * @param state open or closed
     * @param href its summary
     */
    public record VisitRow(String date, String what, String state, String href) {}
}
