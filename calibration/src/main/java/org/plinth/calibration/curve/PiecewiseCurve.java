package org.plinth.calibration.curve;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Straight lines between the means of the loads.
 *
 * <pre>
 *   F = F_i + (x − x_i) (F_(i+1) − F_i) / (x_(i+1) − x_i)      [N]
 * </pre>
 *
 * @param knots at least two, by rising deflection
 */
public record PiecewiseCurve(List<Knot> knots) implements CalibrationCurve {

    /**
     * Where two lines meet.
     *
     * @param deflection in the unit of the reading
     * @param newtons [N]
     */
    public record Knot(double deflection, double newtons) {

        /** Rejects what is no place. */
        public Knot {
            if (!Double.isFinite(deflection) || !Double.isFinite(newtons)) {
                throw new IllegalArgumentException("a knot must be finite, was " + deflection + ", " + newtons);
            }
        }
    }

    /** Rejects what is out of order. */
    public PiecewiseCurve {
        knots = List.copyOf(knots);
        if (knots.size() < 2) {
            throw new IllegalArgumentException("a piecewise curve needs two knots, had " + knots.size());
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i).deflection() <= knots.get(i - 1).deflection()) {
                throw new IllegalArgumentException("knots must rise in deflection, " + knots.get(i) + " does not");
            }
        }
    }

    @Override
    public Range range() {
        return new Range(knots.get(0).deflection(), knots.get(knots.size() - 1).deflection());
    }

    @Override
    public double newtons(double deflection) {
        int i = segment(deflection);
        return knots.get(i).newtons() + slopeOf(i) * (deflection - knots.get(i).deflection());
    }

    @Override
    public double deflection(double newtons) {
        if (!isMonotone()) {
            throw new IllegalStateException("a curve that turns cannot be read backwards");
        }
        boolean rises = slopeOf(0) > 0;
        int i = 0;
        while (i < knots.size() - 2 && (newtons > knots.get(i + 1).newtons()) == rises) {
            i++;
        }
        return knots.get(i).deflection() + (newtons - knots.get(i).newtons()) / slopeOf(i);
    }

    @Override
    public double slope(double deflection) {
        return slopeOf(segment(deflection));
    }

    @Override
    public OptionalDouble turnsAt() {
        for (int i = 0; i < knots.size() - 1; i++) {
            if (slopeOf(i) * slopeOf(0) <= 0) {
                return OptionalDouble.of(knots.get(i).deflection());
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public List<Double> coefficients() {
        return List.of();
    }

    private int segment(double deflection) {
        int i = 0;
        while (i < knots.size() - 2 && deflection > knots.get(i + 1).deflection()) {
            i++;
        }
        return i;
    }

    private double slopeOf(int i) {
        Knot from = knots.get(i);
        Knot to = knots.get(i + 1);
        return (to.newtons() - from.newtons()) / (to.deflection() - from.deflection());
    }
}
