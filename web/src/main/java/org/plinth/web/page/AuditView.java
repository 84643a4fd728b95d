package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The audit log, newest first.
 *
 * @param form what was asked for
 * @param people who may be asked for
 * @param doings what may be asked for
 * @param about the record that is asked for, in words; empty for all
 * @param rows of this page
 * @param older the next page; empty on the last
 * @param export the same as a ZIP
 * @param key of the checkpoints
 */
public record AuditView(
        Form form,
        List<Option> people,
        List<Option> doings,
        Optional<String> about,
        List<Row> rows,
        Optional<String> older,
        String export,
        Key key) {

    /** Copies the lists. */
    public AuditView {
        people = List.copyOf(people);
        doings = List.copyOf(doings);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param seq its number
     * @param when UTC
     * @param said who did what
     * @param from where
     * @param reason in the person's words; empty where none was given
     * @param changes what stood before and stands now
     * @param same rows about the same record
     * @param refused whether somebody was turned away
     */
    public record Row(
            String seq,
            String when,
            String said,
            String from,
            Optional<String> reason,
            List<Change> changes,
            String same,
            boolean refused) {

        /** Copies the list. */
        public Row {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A field.
     *
     * @param name of it, as it is stored
     * @param before what stood there; empty where nothing did
     * @param after what stands there; empty where nothing does
     */
    public record Change(String name, Optional<String> before, Optional<String> after) {}

    /**
     * What signs the checkpoints.
     *
     * @param id of the key
     * @param last checkpoint in its short form, with when; empty before the first
     */
    public record Key(String id, Optional<String> last) {}
}
