package org.plinth.calibration.fit;

import java.util.List;

/** What the coefficients of a curve multiply, at a deflection. */
public sealed interface Basis {

    /** One number for each coefficient. */
    double[] at(double deflection);

    /**
     * 1, x, x² …
     *
     * @param degree highest power
     */
    record Powers(int degree) implements Basis {
        @Override
        public double[] at(double deflection) {
            double[] row = new double[degree + 1];
            row[0] = 1;
            for (int i = 1; i <= degree; i++) {
                row[i] = row[i - 1] * deflection;
            }
            return row;
        }
    }

    /**
     * One tent over each knot; the outer ones go on as lines.
     *
     * @param knots by rising deflection, at least two
     */
    record Tents(List<Double> knots) implements Basis {

        /** Copies the list. */
        public Tents {
            knots = List.copyOf(knots);
        }

        @Override
        public double[] at(double deflection) {
            int i = 0;
            while (i < knots.size() - 2 && deflection > knots.get(i + 1)) {
                i++;
            }
            double share = (deflection - knots.get(i)) / (knots.get(i + 1) - knots.get(i));
            double[] row = new double[knots.size()];
            row[i] = 1 - share;
            row[i + 1] = share;
            return row;
        }
    }
}
