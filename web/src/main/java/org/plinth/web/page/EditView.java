package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A record that is being changed.
 *
 * @param action where the form goes
 * @param back where the record is shown
 * @param version that was seen
 * @param form what is typed
 * @param conflict what somebody else wrote meanwhile
 * @param notes what will follow, in sentences
 * @param closed whether it is closed; only an episode can be
 * @param ending the form that closes or reopens it
 * @param closing what is asked when an episode is closed
 */
public record EditView(
        String action,
        String back,
        String version,
        Form form,
        Optional<Conflict> conflict,
        List<String> notes,
        boolean closed,
        Form ending,
        List<EntryFormView.Field> closing) {

    /** Copies the lists. */
    public EditView {
        notes = List.copyOf(notes);
        closing = List.copyOf(closing);
    }

    /**
     * Two people changed the same.
     *
     * @param by who wrote what is stored now, when and why
     * @param rows fields that differ between what is stored now and what was typed
     */
    public record Conflict(String by, List<Row> rows) {

        /** Copies the list. */
        public Conflict {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One field.
     *
     * @param field what it is
     * @param stored now
     * @param typed here
     */
    public record Row(String field, String stored, String typed) {}
}
