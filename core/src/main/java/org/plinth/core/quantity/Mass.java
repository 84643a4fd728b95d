package org.plinth.core.quantity;

/**
 * A mass, in kilograms: body mass. Never a force.
 *
 * @param kilograms finite, above 0
 */
public record Mass(double kilograms) implements Comparable<Mass> {

    /** Rejects what cannot be. */
    public Mass {
        if (!Double.isFinite(kilograms) || kilograms <= 0) {
            throw new IllegalArgumentException("a mass must be above 0 kg, was " + kilograms + " kg");
        }
    }

    @Override
    public int compareTo(Mass other) {
        return Double.compare(kilograms, other.kilograms);
    }

    @Override
    public String toString() {
        return kilograms + " kg";
    }
}
