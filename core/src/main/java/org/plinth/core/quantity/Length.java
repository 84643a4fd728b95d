package org.plinth.core.quantity;

/**
 * A length, in metres: a lever arm, a pad height.
 *
 * @param metres finite, at least 0
 */
public record Length(double metres) implements Comparable<Length> {

    /** Rejects what cannot be. */
    public Length {
        if (!Double.isFinite(metres) || metres < 0) {
            throw new IllegalArgumentException("a length must be 0 m or more, was " + metres + " m");
        }
    }

    @Override
    public int compareTo(Length other) {
        return Double.compare(metres, other.metres);
    }

    @Override
    public String toString() {
        return metres + " m";
    }
}
