package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * What came in, and a form to send a file.
 *
 * @param form as it was sent
 * @param kinds to choose from
 * @param tray how many things wait for a patient; empty for who does not look there
 * @param batches newest first
 */
public record ImportsView(Form form, List<Kind> kinds, Optional<String> tray, TableView batches) {

    /** Copies the list. */
    public ImportsView {
        kinds = List.copyOf(kinds);
    }

    /**
     * A kind of file.
     *
     * @param id what is sent
     * @param name as people read it
     * @param what is taken of it
     * @param templateHref an empty table of it
     */
    public record Kind(String id, String name, String what, Optional<String> templateHref) {}
}
