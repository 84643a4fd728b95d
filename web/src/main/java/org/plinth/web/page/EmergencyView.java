package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Emergency access: looking for a restricted record, or declaring an emergency for one.
 *
 * @param declare where it is declared; empty on the page that looks for a record
 * @param minutes that an opening lasts
 * @param grounds to choose from
 * @param found several records of one name and birth date
 * @param said what came of the search
 * @param form as it was typed
 */
public record EmergencyView(
        Optional<String> declare,
        String minutes,
        List<Option> grounds,
        List<Found> found,
        Optional<String> said,
        Form form) {

    /** Copies the lists. */
    public EmergencyView {
        grounds = List.copyOf(grounds);
        found = List.copyOf(found);
    }

    /**
     * A restricted record.
     *
     * @param name its number, in words
     * @param href where an emergency is declared
     */
    public record Found(String name, String href) {}
}
