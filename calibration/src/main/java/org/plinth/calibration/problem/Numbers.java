package org.plinth.calibration.problem;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.plinth.calibration.reference.Load;

/** Numbers as messages show them: up to six digits, a full stop, no exponent. */
final class Numbers {

    private static final MathContext SHOWN = new MathContext(6);

    private Numbers() {}

    static String text(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String rows(List<Integer> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static String load(Load load) {
        return text(load.amount()) + " " + load.unit();
    }
}
