package org.plinth.core.outcome;

/**
 * The smallest change that people who answered found worthwhile. It is not measurement error: a change may be
 * worthwhile and yet not be told from error, and the other way round.
 *
 * @param value in the instrument's unit; above 0
 * @param grade how well it is vouched for
 * @param source author, year, journal
 */
public record Worthwhile(double value, Grade grade, String source) {

    /** Rejects what cannot be. */
    public Worthwhile {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a worthwhile change must be above 0, was " + value);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a worthwhile change needs its source");
        }
    }

    /** Whether a difference, up or down, is at least this; which way it is, its figures say. */
    public boolean isReached(ScoreChange.Figures figures) {
        return Math.abs(figures.difference()) >= value - Scale.TINY;
    }
}
