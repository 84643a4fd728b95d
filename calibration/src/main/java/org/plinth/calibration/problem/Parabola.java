package org.plinth.calibration.problem;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.plinth.calibration.number.InOrder;

/**
 * Deflection as a parabola of the force, robust enough to point at what is wrong: a curve bends, so a line would take the
 * bend for a fault.
 */
final class Parabola {

    private final double[] leverage;
    private final double[] residuals;
    private final int freedom;

    private Parabola(double[] leverage, double[] residuals, int freedom) {
        this.leverage = leverage;
        this.residuals = residuals;
        this.freedom = freedom;
    }

    /** Points less coefficients. */
    int freedom() {
        return freedom;
    }

    /** Greatest deflection less parabola, without its sign. */
    double largestResidual() {
        return Arrays.stream(residuals).map(Math::abs).max().orElse(0);
    }

    /** A place to look at: force and deflection. */
    record Place(double newtons, double deflection) {}

    static Parabola through(List<Place> places) {
        double scale =
                places.stream().mapToDouble(p -> Math.abs(p.newtons())).max().orElse(1);
        long loads = places.stream().mapToDouble(Place::newtons).distinct().count();
        int terms = loads >= 4 ? 3 : 2;
        double[][] rows = new double[places.size()][terms];
        double[] values = new double[places.size()];
        for (int i = 0; i < rows.length; i++) {
            double x = places.get(i).newtons() / (scale == 0 ? 1 : scale);
            for (int j = 0; j < terms; j++) {
                rows[i][j] = j == 0 ? 1 : rows[i][j - 1] * x;
            }
            values[i] = places.get(i).deflection();
        }
        RealMatrix design = new Array2DRowRealMatrix(rows, false);
        RealMatrix pseudo = new QRDecomposition(design).getSolver().getInverse();
        double[] fitted =
                design.operate(pseudo.operate(new ArrayRealVector(values))).toArray();
        double[] leverage = new double[rows.length];
        double[] residuals = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            leverage[i] = design.getRowVector(i).dotProduct(pseudo.getColumnVector(i));
            residuals[i] = values[i] - fitted[i];
        }
        return new Parabola(leverage, residuals, rows.length - terms);
    }

    double squares() {
        return InOrder.sum(Arrays.stream(residuals).map(r -> r * r));
    }

    /** Residual of a point against the parabola through the others. */
    double deleted(int i) {
        return residuals[i] / Math.max(1e-12, 1 - leverage[i]);
    }

    /** The same in standard errors, by the scatter of the others (Student's t with one degree of freedom less). */
    double studentised(int i) {
        double others = (squares() - residuals[i] * deleted(i)) / Math.max(1, freedom - 1);
        double error = Math.sqrt(Math.max(0, others) * (1 - leverage[i]));
        return error == 0 ? Double.MAX_VALUE : residuals[i] / error;
    }
}
