package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A table of words.
 *
 * @param caption what it shows
 * @param heads of its columns
 * @param rows in order
 * @param empty what is said where there are none
 */
public record TableView(String caption, List<String> heads, List<Row> rows, String empty) {

    /** Copies the lists. */
    public TableView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param cells one for each head, the first of which may be a link
     * @param href where the first leads
     */
    public record Row(List<String> cells, Optional<String> href) {

        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** Without a link. */
        public static Row of(String... cells) {
            return new Row(List.of(cells), Optional.empty());
        }

        /** Whose first cell leads there. */
        public static Row to(String href, String... cells) {
            return new Row(List.of(cells), Optional.of(href));
        }
    }
}
