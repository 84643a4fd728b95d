package org.plinth.core.quantity;

/**
 * A torque, in newton metres.
 *
 * @param newtonMetres finite
 */
public record Torque(double newtonMetres) implements Comparable<Torque> {

    /** Rejects what cannot be. */
    public Torque {
        if (!Double.isFinite(newtonMetres)) {
            throw new IllegalArgumentException("a torque must be a finite number, was " + newtonMetres + " N·m");
        }
    }

    @Override
    public int compareTo(Torque other) {
        return Double.compare(newtonMetres, other.newtonMetres);
    }

    @Override
    public String toString() {
        return newtonMetres + " N·m";
    }
}
