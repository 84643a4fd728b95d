package org.plinth.core.formula;

/**
 * One line of a formula: {@code symbol = right}.
 *
 * @param symbol what it gives
 * @param right how
 */
public record Step(String symbol, Expression right) {

    /** Reads {@code symbol = expression}. */
    static Step parse(String text) {
        int equals = text.indexOf(" = ");
        if (equals < 1) {
            throw new IllegalArgumentException("a step is symbol = expression, was: " + text);
        }
        return new Step(text.substring(0, equals), Expression.parse(text.substring(equals + 3)));
    }

    @Override
    public String toString() {
        return symbol + " = " + right;
    }
}
