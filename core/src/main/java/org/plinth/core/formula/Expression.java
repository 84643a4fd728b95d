package org.plinth.core.formula;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The right side of a formula: read from its text, evaluated, and written again with numbers in the places of its
 * symbols. One text is thus what people read and what is computed.
 *
 * <pre>
 *   100 · F_injured / F_uninjured        + − · / ^ ²  √(…)  e^(…)  ln(…)  Φ(…)  and the functions of {@link Functions}
 * </pre>
 *
 * <p>A value is a list of numbers, mostly of one; operations on lists go number by number. Immutable; any thread.
 */
public final class Expression {

    private final Node root;

    private Expression(Node root) {
        this.root = root;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it cannot be read, with the place
     */
    public static Expression parse(String text) {
        return new Expression(new ExpressionReader(text).whole());
    }

    /** The symbols in it, in order of the alphabet. */
    public Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        root.collect(symbols);
        return symbols;
    }

    /**
     * Its value.
     *
     * @param values of every symbol in it
     * @throws IllegalArgumentException if a symbol has no value, or lists of different length meet
     */
    public double evaluate(Map<String, List<Double>> values) {
        double[] result = root.value(values);
        if (result.length != 1) {
            throw new IllegalArgumentException("one number was expected of " + this + ", not " + result.length);
        }
        return result[0];
    }

    /** Written with numbers instead of symbols. */
    public String with(Map<String, List<Double>> values, Digits digits) {
        StringBuilder out = new StringBuilder();
        root.write(out, name -> digits.of(given(values, name)));
        return out.toString();
    }

    /** As it was read. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        root.write(out, name -> name);
        return out.toString();
    }

    static List<Double> given(Map<String, List<Double>> values, String name) {
        List<Double> found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException("nothing was given for " + name);
        }
        return found;
    }

    /** What a symbol is written as. */
    @FunctionalInterface
    interface Naming {
        String of(String symbol);
    }

    /** A part of it. */
    sealed interface Node permits Leaf, Root, Power, Pair, Call, Round {
        double[] value(Map<String, List<Double>> values);

        void write(StringBuilder out, Naming naming);

        void collect(Set<String> symbols);
    }

    /** A number as it was written, a constant, or a symbol. */
    record Leaf(String text, boolean symbol) implements Node {
        @Override
        public double[] value(Map<String, List<Double>> values) {
            if (symbol) {
                return given(values, text).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
            }
            return new double[] {text.equals(Functions.E) ? Math.E : Double.parseDouble(text)};
        }

        @Override
        public void write(StringBuilder out, Naming naming) {
            out.append(symbol ? naming.of(text) : text);
        }

        @Override
        public void collect(Set<String> symbols) {
            if (symbol) {
                symbols.add(text);
            }
        }
    }

    /** A sign or a root before something: {@code −x}, {@code √(x)}. */
    record Root(char sign, Node inner) implements Node {
        @Override
        public double[] value(Map<String, List<Double>> values) {
            return Functions.each(inner.value(values), x -> sign == '√' ? Math.sqrt(x) : -x);
        }

        @Override
        public void write(StringBuilder out, Naming naming) {
            out.append(sign);
            inner.write(out, naming);
        }

        @Override
        public void collect(Set<String> symbols) {
            inner.collect(symbols);
        }
    }

    /** {@code base^exponent} or {@code base²}. */
    record Power(Node base, Node exponent, boolean square) implements Node {
        @Override
        public double[] value(Map<String, List<Double>> values) {
            return Functions.both(
                    base.value(values),
                    exponent.value(values),
                    (x, y) -> x == Math.E ? StrictMath.exp(y) : StrictMath.pow(x, y));
        }

        @Override
        public void write(StringBuilder out, Naming naming) {
            base.write(out, naming);
            if (square) {
                out.append('²');
            } else {
                out.append('^');
                exponent.write(out, naming);
            }
        }

        @Override
        public void collect(Set<String> symbols) {
            base.collect(symbols);
            exponent.collect(symbols);
        }
    }

    /** Two with an operator between them. */
    record Pair(Node left, char operator, Node right) implements Node {
        @Override
        public double[] value(Map<String, List<Double>> values) {
            return Functions.both(left.value(values), right.value(values), this::combine);
        }

        private double combine(double x, double y) {
            return switch (operator) {
                case '+' -> x + y;
                case '−' -> x - y;
                case '·' -> x * y;
                default -> x / y;
            };
        }

        @Override
        public void write(StringBuilder out, Naming naming) {
            left.write(out, naming);
            out.append(' ').append(operator).append(' ');
            right.write(out, naming);
        }

        @Override
        public void collect(Set<String> symbols) {
            left.collect(symbols);
            right.collect(symbols);
        }
    }

    /** A function of something. */
    record Call(String function, List<Node> arguments) implements Node {
        @Override
        public double[] value(Map<String, List<Double>> values) {
            return Functions.call(
                    function,
                    arguments.stream().map(argument -> argument.value(values)).toList());
        }

        @Override
        public void write(StringBuilder out, Naming naming) {
            out.append(function);
            new Round(arguments).write(out, naming);
        }

        @Override
        public void collect(Set<String> symbols) {
            arguments.forEach(argument -> argument.collect(symbols));
        }
    }

    /** In brackets; several are a list. */
    record Round(List<Node> items) implements Node {
        @Override
        public double[] value(Map<String, List<Double>> values) {
            return items.stream()
                    .map(item -> item.value(values))
                    .reduce(Functions::joined)
                    .orElseThrow();
        }

        @Override
        public void write(StringBuilder out, Naming naming) {
            out.append('(');
            for (int i = 0; i < items.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                items.get(i).write(out, naming);
            }
            out.append(')');
        }

        @Override
        public void collect(Set<String> symbols) {
            items.forEach(item -> item.collect(symbols));
        }
    }
}
