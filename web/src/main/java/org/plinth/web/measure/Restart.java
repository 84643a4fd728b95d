package org.plinth.web.measure;

import java.time.LocalDate;
import org.plinth.core.visit.Side;

/**
 * A day after which a leg is measured against a new baseline, although the set-up stayed.
 *
 * @param after the last day of the stretch before: a test on it was made before
 * @param side which leg
 * @param because what happened
 */
public record Restart(LocalDate after, Side side, SeriesBreak because) {

    /** Whether it lies between a test and the next one. */
    public boolean isBetween(LocalDate before, LocalDate next) {
        return !before.isAfter(after) && next.isAfter(after);
    }
}
