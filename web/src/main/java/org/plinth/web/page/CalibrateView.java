package org.plinth.web.page;

import java.util.List;
import java.util.Set;

/**
 * A calibration that is to be begun.
 *
 * @param href page of the sensor
 * @param masses of the clinic
 * @param chosen ids that are ticked
 * @param open runs that were begun and not ended
 * @param form of the run
 * @param mass form of another mass
 */
public record CalibrateView(
        String href, List<Option> masses, Set<String> chosen, List<TableView.Row> open, Form form, Form mass) {

    /** Copies the lists. */
    public CalibrateView {
        masses = List.copyOf(masses);
        chosen = Set.copyOf(chosen);
        open = List.copyOf(open);
    }
}
