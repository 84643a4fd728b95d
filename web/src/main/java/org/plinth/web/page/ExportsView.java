package org.plinth.web.page;

import java.util.List;

/**
 * What can be taken away.
 *
 * @param what is in the file for this role
 * @param columns each with its meaning
 */
public record ExportsView(String what, List<Column> columns) {

    /** Copies the list. */
    public ExportsView {
        columns = List.copyOf(columns);
    }

    /**
     * A column of the file.
     *
     * @param name as in the header
     * @param meaning in words, with its unit
     */
    public record Column(String name, String meaning) {}
}
