package org.plinth.web.calibration;

import java.util.List;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.web.text.Texts;

/** The equation of a curve, for people. */
final class CurveWords {

    private static final int DIGITS = 7;

    private CurveWords() {}

    static String of(Evaluation evaluation, Texts texts) {
        List<Double> a = evaluation.fit().curve().coefficients();
        String unit = evaluation.run().readingUnit().symbol();
        String zero = Rounded.digits(evaluation.zeroReading(), DIGITS);
        return switch (a.size()) {
            case 2 ->
                texts.text(
                        "calibration.curve.linear",
                        Rounded.digits(a.get(0), DIGITS),
                        Rounded.digits(a.get(1), DIGITS),
                        unit,
                        zero);
            case 3 ->
                texts.text(
                        "calibration.curve.quadratic",
                        Rounded.digits(a.get(0), DIGITS),
                        Rounded.digits(a.get(1), DIGITS),
                        Rounded.digits(a.get(2), DIGITS),
                        unit,
                        zero);
            default -> texts.text("calibration.curve.piecewise", unit, zero);
        };
    }
}
