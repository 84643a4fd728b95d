package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Exports of a whole clinic.
 *
 * @param kinds what there is
 * @param rows hers, newest first
 */
public record ExportJobsView(List<Kind> kinds, List<Row> rows) {

    /** Copies the lists. */
    public ExportJobsView {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /**
     * A kind of export.
     *
     * @param id as it is asked for
     * @param name of it
     * @param what is in it
     * @param choices a button each
     */
    public record Kind(String id, String name, String what, List<Choice> choices) {

        /** Copies the list. */
        public Kind {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A purpose.
     *
     * @param purpose as it is asked for
     * @param form which form of it, for those that have several; empty for the usual one
     * @param label of the button
     */
    public record Choice(String purpose, Optional<String> form, String label) {}

    /**
     * One of hers.
     *
     * @param name of its kind
     * @param purpose it was begun for
     * @param state how far it is
     * @param href of its file, once there is one
     * @param stopHref ends it, or takes its file away
     * @param stopLabel which of the two
     */
    public record Row(
            String name, String purpose, String state, Optional<String> href, String stopHref, String stopLabel) {}
}
