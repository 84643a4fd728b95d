package org.plinth.web.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.Force;

/**
 * What may be said of the newest point of a series against its baseline (decision M13).
 *
 * @param kind what
 * @param difference newest less baseline [N]; empty where there is nothing to compare
 * @param limit the side of the band that the difference lies on, as a distance from the baseline and never negative [N]:
 *     a change must be greater; empty where no error is known
 * @param chanceAboveZero chance, 0 to 1, that the true change is above zero; empty where no error is known
 * @param firstRise whether the baseline is one visit and this is a rise: part of it may be getting used to the test
 */
public record SeriesChange(
        Kind kind,
        Optional<Force> difference,
        Optional<Force> limit,
        OptionalDouble chanceAboveZero,
        boolean firstRise) {

    /** What may be said. The text catalogue has the words under {@code page.change.<name>}. */
    public enum Kind {
        /** There is no second visit. */
        ONE_VISIT,
        /** Only baseline visits so far. */
        BASELINE_ONLY,
        /** No measurement error is known for this position and fixation. */
        NO_MEASUREMENT_ERROR,
        /** The newest point is hollow: it is shown and not judged. */
        NOT_JUDGED,
        /** No change beyond measurement error. */
        WITHIN_ERROR,
        /** Above the limit for the first time: to be confirmed at the next visit. */
        POSSIBLY_STRONGER,
        /** Below the limit for the first time: to be confirmed at the next visit. */
        POSSIBLY_WEAKER,
        /** Above the limit at two consecutive visits. */
        STRONGER,
        /** Below the limit at two consecutive visits. */
        WEAKER
    }
}
