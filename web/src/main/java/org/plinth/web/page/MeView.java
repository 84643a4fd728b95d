package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.words.Linked;

/**
 * The patient's own page: no criterion, no threshold, no forecast.
 *
 * @param hello greets her
 * @param positions that were tested at closed visits
 * @param everythingHref all that is stored about her
 */
public record MeView(String hello, List<Position> positions, String everythingHref) {

    /** Copies the list. */
    public MeView {
        positions = List.copyOf(positions);
    }

    /**
     * One test in plain words.
     *
     * @param id for headings
     * @param name of the position in plain words
     * @param notSeen that a kind of sensor measured that was never tried; empty where none did
     * @param symmetry "about 8 out of 10"; empty where it cannot be said
     * @param tenths how many of ten to fill; empty where it is 10 or more
     * @param tenthsLabel the same in words
     * @param sure how sure that is
     * @param sides her own change, each leg
     * @param strength chart
     * @param unit of the table's forces
     * @param rows the table
     */
    public record Position(
            String id,
            String name,
            Optional<String> notSeen,
            Optional<Linked> symmetry,
            Optional<Integer> tenths,
            String tenthsLabel,
            Linked sure,
            List<PositionView.SideWords> sides,
            ChartView strength,
            String unit,
            List<PositionView.Row> rows) {}
}
