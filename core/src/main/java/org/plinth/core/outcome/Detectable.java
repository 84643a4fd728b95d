package org.plinth.core.outcome;

/**
 * The smallest change of a score that is more than its measurement error; a difference of exactly this is not.
 *
 * <pre>
 *   absolute: |now - first| &gt; value
 *   relative: the greater of the two ÷ the smaller &gt; 1 + value / 100, so that up and down are judged alike
 * </pre>
 *
 * @param value in the instrument's unit, or in percent where relative; above 0
 * @param confidence 90 or 95: of 100 changes of nothing but error, how many stay within it
 * @param relative whether it is in percent of the value
 * @param grade how well it is vouched for
 * @param source author, year, journal
 * @param people whom it was studied in: "people with low back pain"
 */
public record Detectable(double value, int confidence, boolean relative, Grade grade, String source, String people) {

    /** Rejects what cannot be. */
    public Detectable {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a detectable change must be above 0, was " + value);
        }
        if (confidence != 90 && confidence != 95) {
            throw new IllegalArgumentException("a confidence must be 90 or 95, was " + confidence);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a detectable change needs its source");
        }
        if (people.isBlank()) {
            throw new IllegalArgumentException("a detectable change says whom it was studied in");
        }
    }

    /**
     * How far from a first value a change must go beyond, in the instrument's unit.
     *
     * @param first the value compared with
     * @param upwards whether the limit above it is asked for; for a relative one it is wider than that below
     */
    public double limit(double first, boolean upwards) {
        if (!relative) {
            return value;
        }
        double factor = 1 + value / 100;
        return upwards ? first * factor - first : first - first / factor;
    }
}
