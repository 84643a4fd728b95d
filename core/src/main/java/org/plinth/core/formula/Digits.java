package org.plinth.core.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** How the numbers of an arithmetic are written. Both forms can be read by {@link Expression#parse}, long lists apart. */
public enum Digits {
    /** Seven significant digits, long lists by their length: for reading. */
    SHORT,
    /** Every digit of every number: recomputing from these gives the result. */
    ALL;

    private static final MathContext SEVEN = new MathContext(7);
    private static final int MOST_LISTED = 12;

    /** One number. */
    public String of(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        BigDecimal written = this == SHORT ? exact.round(SEVEN) : exact;
        BigDecimal bare = written.signum() == 0 ? BigDecimal.ZERO : written.stripTrailingZeros();
        return bare.toPlainString().replace('-', '−');
    }

    /** In the place of a symbol: a negative number and a list stand in brackets. */
    String of(List<Double> values) {
        if (values.size() == 1) {
            double value = values.get(0);
            return value < 0 ? "(" + of(value) + ")" : of(value);
        }
        if (this == SHORT && values.size() > MOST_LISTED) {
            return "[" + values.size() + "]";
        }
        return values.stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
