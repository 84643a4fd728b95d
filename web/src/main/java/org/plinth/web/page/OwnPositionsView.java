package org.plinth.web.page;

import java.util.List;

/**
 * A clinic's own positions.
 *
 * @param rows by name, those no longer offered last
 * @param bundled what a copy can be made of
 * @param mayWrite whether this role writes them
 */
public record OwnPositionsView(List<Row> rows, List<Option> bundled, boolean mayWrite) {

    /** Copies the lists. */
    public OwnPositionsView {
        rows = List.copyOf(rows);
        bundled = List.copyOf(bundled);
    }

    /**
     * One position.
     *
     * @param name as people read it
     * @param href its page
     * @param version of its protocol, in words
     * @param basedOn what it is a copy of
     * @param state whether it is offered at a visit
     */
    public record Row(String name, String href, String version, String basedOn, String state) {}
}
