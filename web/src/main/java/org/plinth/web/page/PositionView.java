package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.words.Linked;

/**
 * One position on the patient's page.
 *
 * @param id for headings
 * @param name "Prone curl, knee 15°"
 * @param when of the newest test
 * @param headline values and symmetry of the newest test
 * @param state what the data say about the reference line; empty without a symmetry
 * @param basis what the interval rests on
 * @param flags what a reader must know
 * @param sides what may be said of each side
 * @param strength chart
 * @param symmetry chart; empty where no symmetry is defined
 * @param breaks why stretches are not compared
 * @param unit of the table's forces
 * @param rows the table
 */
public record PositionView(
        String id,
        String name,
        String when,
        Linked headline,
        Optional<Linked> state,
        Optional<Linked> basis,
        List<Linked> flags,
        List<SideWords> sides,
        ChartView strength,
        Optional<ChartView> symmetry,
        List<String> breaks,
        String unit,
        List<Row> rows) {

    /** Copies the lists. */
    public PositionView {
        flags = List.copyOf(flags);
        sides = List.copyOf(sides);
        breaks = List.copyOf(breaks);
        rows = List.copyOf(rows);
    }

    /**
     * Sentences about one side.
     *
     * @param css style of the side
     * @param name "Left, the injured leg"
     * @param sentences the verdict first
     */
    public record SideWords(String css, String name, List<Linked> sentences) {}

    /**
     * One date of the table.
     *
     * @param date in words
     * @param left force, or that it was not measured
     * @param right force, or that it was not measured
     * @param kept efforts kept of made, each side
     * @param symmetry ratio, or why there is none
     * @param likely its 95 % interval, or that it is not known
     * @param notes flags and breaks
     */
    public record Row(
            String date, Linked left, Linked right, String kept, Linked symmetry, Linked likely, String notes) {}
}
