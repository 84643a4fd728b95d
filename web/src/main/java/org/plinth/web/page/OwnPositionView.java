package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One own position in one version of its protocol.
 *
 * @param text all of it, as of a bundled one
 * @param about which version this is and what it is a copy of
 * @param old where the newest version is, if this is an older one
 * @param retired whether it is no longer offered
 * @param mayWrite whether this role writes them
 * @param href its page
 * @param rowVersion what an edit names as seen
 * @param versions newest first
 * @param numbers of all protocol versions
 * @param comparison of two of them; empty with only one
 */
public record OwnPositionView(
        PositionPageView text,
        String about,
        Optional<String> old,
        boolean retired,
        boolean mayWrite,
        String href,
        int rowVersion,
        List<Version> versions,
        List<Integer> numbers,
        Optional<Comparison> comparison) {

    /** Copies the lists. */
    public OwnPositionView {
        versions = List.copyOf(versions);
        numbers = List.copyOf(numbers);
    }

    /**
     * One step of its history.
     *
     * @param protocol version, in words
     * @param when in words
     * @param author who
     * @param reason why
     * @param what was done: written, changed in these fields, retired, offered again
     * @param href that version
     */
    public record Version(String protocol, String when, String author, String reason, String what, String href) {}

    /**
     * What differs between two versions.
     *
     * @param before protocol version
     * @param after protocol version
     * @param changes field by field
     */
    public record Comparison(int before, int after, List<Change> changes) {

        /** Copies the list. */
        public Comparison {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A field that differs.
     *
     * @param field its name
     * @param before what stood there; lines under each other
     * @param after what stands there
     */
    public record Change(String field, List<String> before, List<String> after) {

        /** Copies the lists. */
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
