package org.plinth.core.formula;

import java.util.List;

/**
 * What is put in for one symbol: a number, or several of a kind.
 *
 * @param symbol of the formula
 * @param values at least one
 * @param origins one for each value, or one for all of them
 */
public record Input(String symbol, List<Double> values, List<Origin> origins) {

    /** Copies the lists. */
    public Input {
        values = List.copyOf(values);
        origins = List.copyOf(origins);
        if (values.isEmpty() || (origins.size() != 1 && origins.size() != values.size())) {
            throw new IllegalArgumentException(
                    values.size() + " values of " + symbol + " but " + origins.size() + " origins");
        }
    }

    /** One number. */
    public static Input of(String symbol, double value, Origin origin) {
        return new Input(symbol, List.of(value), List.of(origin));
    }

    /** Several that come from one place. */
    public static Input of(String symbol, List<Double> values, Origin origin) {
        return new Input(symbol, values, List.of(origin));
    }

    /** A number that is part of the method. */
    public static Input fixed(String symbol, double value) {
        return of(symbol, value, new Origin.Method());
    }
}
