package org.plinth.core.symmetry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.plinth.core.position.MeasurementError;

/**
 * Two visits of one pair of series at most 14 days apart, taken together (decision M6).
 *
 * <pre>
 *   LSI = √(LSI1 · LSI2)          SEM / √2
 * </pre>
 *
 * @param percent the pooled symmetry
 * @param interval with the smaller error
 */
public record PooledVisits(double percent, SymmetryInterval interval) {

    private static final long DAYS_APART = 14;

    /** The pooled symmetry; empty where the visits are too far apart, on one date, or a symmetry is not above 0. */
    public static Optional<PooledVisits> of(
            LocalDate firstDate,
            double firstPercent,
            LocalDate secondDate,
            double secondPercent,
            MeasurementError error,
            double thresholdPercent) {
        long days = Math.abs(ChronoUnit.DAYS.between(firstDate, secondDate));
        if (days < 1 || days > DAYS_APART || firstPercent <= 0 || secondPercent <= 0) {
            return Optional.empty();
        }
        double percent = Math.sqrt(firstPercent * secondPercent);
        double spread = SymmetryInterval.spread(error) / Math.sqrt(2);
        return Optional.of(new PooledVisits(percent, SymmetryInterval.around(percent, spread, thresholdPercent)));
    }
}
