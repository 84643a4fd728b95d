package org.plinth.core.quantity;

/**
 * A force, in newtons.
 *
 * @param newtons finite; negative where the sensor was pushed the other way
 */
public record Force(double newtons) implements Comparable<Force> {

    /** No force at all. A missing measurement is never this. */
    public static final Force ZERO = new Force(0);

    /** Rejects what is not a number. */
    public Force {
        if (!Double.isFinite(newtons)) {
            throw new IllegalArgumentException("a force must be a finite number of newtons, was " + newtons);
        }
    }

    /** A force of this many newtons. */
    public static Force ofNewtons(double newtons) {
        return new Force(newtons);
    }

    /** A force of this many of that unit. */
    public static Force of(double value, ForceUnit unit) {
        return new Force(value * unit.newtonsPerUnit());
    }

    /** This force as a number of that unit. */
    public double in(ForceUnit unit) {
        return newtons / unit.newtonsPerUnit();
    }

    /** Sum. */
    public Force plus(Force other) {
        return new Force(newtons + other.newtons);
    }

    /** Difference. */
    public Force minus(Force other) {
        return new Force(newtons - other.newtons);
    }

    /** Scaled by a pure number. */
    public Force times(double factor) {
        return new Force(newtons * factor);
    }

    /** Without its sign. */
    public Force abs() {
        return new Force(Math.abs(newtons));
    }

    @Override
    public int compareTo(Force other) {
        return Double.compare(newtons, other.newtons);
    }

    @Override
    public String toString() {
        return newtons + " N";
    }
}
