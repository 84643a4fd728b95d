package org.plinth.core.trend;

/**
 * One visit on a line.
 *
 * @param days since the first visit
 * @param value above 0, in the unit of the series
 */
public record TrendPoint(double days, double value) {

    /** Rejects what cannot be on a log scale. */
    public TrendPoint {
        if (!Double.isFinite(days) || !Double.isFinite(value) || value <= 0) {
            throw new IllegalArgumentException(
                    "a point needs finite days and a value above 0, had " + days + " d, " + value);
        }
    }
}
