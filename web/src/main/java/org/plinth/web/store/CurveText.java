package org.plinth.web.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.curve.LinearCurve;
import org.plinth.calibration.curve.PiecewiseCurve;
import org.plinth.calibration.curve.QuadraticCurve;
import org.plinth.calibration.curve.Range;
import org.plinth.calibration.fit.CurveModel;

/**
 * The numbers of a curve as they are stored, separated by blanks, each the shortest decimal that reads back as itself: lowest and
 * highest deflection, then the coefficients; of a piecewise curve its knots, each as deflection and newtons.
 */
final class CurveText {

    private CurveText() {}

    static CurveModel kind(CalibrationCurve curve) {
        if (curve instanceof LinearCurve) {
            return CurveModel.LINEAR;
        }
        return curve instanceof QuadraticCurve ? CurveModel.QUADRATIC : CurveModel.PIECEWISE;
    }

    static String of(CalibrationCurve curve) {
        Stream<Double> numbers = curve instanceof PiecewiseCurve pieces
                ? pieces.knots().stream().flatMap(knot -> Stream.of(knot.deflection(), knot.newtons()))
                : Stream.concat(
                        Stream.of(curve.range().lowest(), curve.range().highest()), curve.coefficients().stream());
        return numbers.map(String::valueOf).collect(Collectors.joining(" "));
    }

    static CalibrationCurve parse(CurveModel kind, String text) {
        List<Double> n = Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
        return switch (kind) {
            case LINEAR -> new LinearCurve(n.get(2), n.get(3), new Range(n.get(0), n.get(1)));
            case QUADRATIC -> new QuadraticCurve(n.get(2), n.get(3), n.get(4), new Range(n.get(0), n.get(1)));
            case PIECEWISE -> new PiecewiseCurve(knots(n));
        };
    }

    private static List<PiecewiseCurve.Knot> knots(List<Double> numbers) {
        List<PiecewiseCurve.Knot> knots = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            knots.add(new PiecewiseCurve.Knot(numbers.get(i), numbers.get(i + 1)));
        }
        return knots;
    }
}
