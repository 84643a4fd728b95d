package org.plinth.web.page;

import java.util.List;

/**
 * Records with all their versions.
 *
 * @param records each with its own heading
 */
public record HistoryView(List<Of> records) {

    /** Copies the list. */
    public HistoryView {
        records = List.copyOf(records);
    }

    /**
     * One record.
     *
     * @param id for its heading
     * @param title what it is
     * @param versions newest first
     */
    public record Of(String id, String title, List<Version> versions) {

        /** Copies the list. */
        public Of {
            versions = List.copyOf(versions);
        }
    }

    /**
     * One version.
     *
     * @param title its number
     * @param by who wrote it, and when
     * @param reason in the author's words, or that none was given
     * @param first whether nothing stood there before
     * @param changes field by field
     */
    public record Version(String title, String by, String reason, boolean first, List<Change> changes) {

        /** Copies the list. */
        public Version {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One field.
     *
     * @param field what it is
     * @param before what stood there, with its unit
     * @param after what stands there now, with its unit
     */
    public record Change(String field, String before, String after) {}
}
