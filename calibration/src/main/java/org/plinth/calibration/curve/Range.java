package org.plinth.calibration.curve;

/**
 * Deflections from least to greatest, in the unit of the reading.
 *
 * @param lowest first
 * @param highest last; above the first
 */
public record Range(double lowest, double highest) {

    /** Rejects what is empty. */
    public Range {
        if (!(lowest < highest) || !Double.isFinite(lowest) || !Double.isFinite(highest)) {
            throw new IllegalArgumentException("a range must have room, was " + lowest + " to " + highest);
        }
    }

    /** The deflection, or the nearest one inside. */
    public double nearest(double deflection) {
        return Math.min(highest, Math.max(lowest, deflection));
    }

    /** Whether it lies inside. */
    public boolean contains(double deflection) {
        return deflection >= lowest && deflection <= highest;
    }

    /** Greatest less least. */
    public double width() {
        return highest - lowest;
    }
}
