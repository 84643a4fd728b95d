package org.plinth.calibration.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.curve.LinearCurve;
import org.plinth.calibration.curve.PiecewiseCurve;
import org.plinth.calibration.curve.QuadraticCurve;
import org.plinth.calibration.curve.Range;
import org.plinth.calibration.fit.CurveFit.Residual;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.number.InOrder;

/**
 * Least squares, by QR of the basis with deflections as parts of the greatest one, so that no power of counts costs
 * digits. A piecewise curve goes through the means of its loads. Stateless.
 */
public final class CurveFitter {

    private static final double SINGULAR = 1e-13;

    private CurveFitter() {}

    /** The curve through these; empty where their deflections do not tell one curve from another. */
    public static Optional<CurveFit> fit(CurveModel model, List<Deflection> points) {
        double scale = points.stream()
                .mapToDouble(point -> Math.abs(point.value()))
                .max()
                .orElse(0);
        if (scale == 0) {
            return Optional.empty();
        }
        return model == CurveModel.PIECEWISE
                ? piecewise(points)
                : polynomial(model, points, new Basis.Powers(model == CurveModel.LINEAR ? 1 : 2), scale);
    }

    private static Optional<CurveFit> polynomial(
            CurveModel model, List<Deflection> points, Basis.Powers basis, double scale) {
        RealMatrix design = design(points, basis, scale);
        DecompositionSolver solver = new QRDecomposition(design, SINGULAR).getSolver();
        if (points.size() < basis.degree() + 1 || !solver.isNonSingular()) {
            return Optional.empty();
        }
        double[] scaled = solver.solve(new ArrayRealVector(
                        points.stream().mapToDouble(Deflection::newtons).toArray()))
                .toArray();
        double[] a = IntStream.range(0, scaled.length)
                .mapToDouble(i -> scaled[i] / power(scale, i))
                .toArray();
        Range range = range(points);
        boolean flat = a[1] == 0 && (a.length < 3 || a[2] == 0);
        if (flat || range.width() == 0) {
            return Optional.empty();
        }
        CalibrationCurve curve =
                a.length == 2 ? new LinearCurve(a[0], a[1], range) : new QuadraticCurve(a[0], a[1], a[2], range);
        return Optional.of(finished(model, curve, points, basis, inverse(solver, scale)));
    }

    private static Optional<CurveFit> piecewise(List<Deflection> points) {
        SortedMap<Double, List<Deflection>> byLoad = new TreeMap<>();
        points.forEach(point -> byLoad.computeIfAbsent(point.newtons(), load -> new ArrayList<>())
                .add(point));
        List<Mean> means = byLoad.values().stream()
                .map(Mean::of)
                .sorted((a, b) -> Double.compare(a.knot().deflection(), b.knot().deflection()))
                .toList();
        List<PiecewiseCurve.Knot> knots = means.stream().map(Mean::knot).toList();
        long different =
                knots.stream().map(PiecewiseCurve.Knot::deflection).distinct().count();
        if (knots.size() < 2 || different < knots.size()) {
            return Optional.empty();
        }
        List<List<Double>> inverse = new ArrayList<>();
        for (int i = 0; i < knots.size(); i++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(knots.size(), 0.0));
            row.set(i, 1.0 / means.get(i).count());
            inverse.add(row);
        }
        Basis basis = new Basis.Tents(
                knots.stream().map(PiecewiseCurve.Knot::deflection).toList());
        return Optional.of(finished(CurveModel.PIECEWISE, new PiecewiseCurve(knots), points, basis, inverse));
    }

    /** The mean of one load. */
    private record Mean(PiecewiseCurve.Knot knot, int count) {

        static Mean of(List<Deflection> at) {
            double mean =
                    InOrder.mean(at.stream().mapToDouble(Deflection::value)).orElseThrow();
            return new Mean(new PiecewiseCurve.Knot(mean, at.get(0).newtons()), at.size());
        }
    }

    private static CurveFit finished(
            CurveModel model,
            CalibrationCurve curve,
            List<Deflection> points,
            Basis basis,
            List<List<Double>> inverse) {
        List<Residual> residuals = points.stream()
                .map(point -> new Residual(
                        point.point().row(),
                        point.point().cycle(),
                        point.newtons(),
                        point.value(),
                        point.newtons() - curve.newtons(point.value())))
                .toList();
        int freedom = points.size() - inverse.size();
        if (freedom < 1) {
            return new CurveFit(model, curve, residuals, Optional.empty());
        }
        double sd = Math.sqrt(squares(residuals) / freedom);
        List<Residual> loaded =
                residuals.stream().filter(residual -> residual.newtons() != 0).toList();
        int loadedFreedom = loaded.size() - inverse.size();
        double loadedSd = loadedFreedom < 1 ? sd : Math.sqrt(squares(loaded) / loadedFreedom);
        return new CurveFit(
                model, curve, residuals, Optional.of(new FitScatter(sd, freedom, loadedSd, inverse, basis)));
    }

    private static RealMatrix design(List<Deflection> points, Basis basis, double scale) {
        double[][] rows =
                points.stream().map(point -> basis.at(point.value() / scale)).toArray(double[][]::new);
        return new Array2DRowRealMatrix(rows, false);
    }

    /** (XᵀX)⁻¹ is X⁺ X⁺ᵀ, which QR gives without the squares of XᵀX. */
    private static List<List<Double>> inverse(DecompositionSolver solver, double scale) {
        RealMatrix pseudo = solver.getInverse();
        RealMatrix scaled = pseudo.multiplyTransposed(pseudo);
        List<List<Double>> inverse = new ArrayList<>();
        for (int i = 0; i < scaled.getRowDimension(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < scaled.getColumnDimension(); j++) {
                row.add(scaled.getEntry(i, j) / power(scale, i + j));
            }
            inverse.add(row);
        }
        return inverse;
    }

    private static Range range(List<Deflection> points) {
        double low = points.stream().mapToDouble(Deflection::value).min().orElseThrow();
        double high = points.stream().mapToDouble(Deflection::value).max().orElseThrow();
        return new Range(low, high);
    }

    private static double squares(List<Residual> residuals) {
        return InOrder.sum(residuals.stream().mapToDouble(r -> r.residual() * r.residual()));
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
