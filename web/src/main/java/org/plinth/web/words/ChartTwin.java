package org.plinth.web.words;

import java.util.List;

/**
 * What a chart shows, for who reads rather than looks: made from the same records as the picture.
 *
 * @param sentence one sentence that says what it shows
 * @param heads of the columns of its table
 * @param rows newest first, a cell for each head
 */
public record ChartTwin(String sentence, List<String> heads, List<List<String>> rows) {
    /** Copies the lists. */
    public ChartTwin {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
