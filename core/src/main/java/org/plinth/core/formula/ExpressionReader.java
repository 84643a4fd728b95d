package org.plinth.core.formula;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.formula.Expression.Call;
import org.plinth.core.formula.Expression.Leaf;
import org.plinth.core.formula.Expression.Node;
import org.plinth.core.formula.Expression.Pair;
import org.plinth.core.formula.Expression.Power;
import org.plinth.core.formula.Expression.Root;
import org.plinth.core.formula.Expression.Round;

/**
 * Reads an {@link Expression}: sums of products of powers, from the left. One use.
 *
 * <pre>
 *   sum = product ((+ | −) product)*       product = power ((· | /) power)*
 *   power = sign? atom (² | ^ power)?      atom = number | symbol | function(sum, …) | (sum, …)
 * </pre>
 */
final class ExpressionReader {

    private final String text;
    private int at;

    ExpressionReader(String text) {
        this.text = text;
    }

    Node whole() {
        Node all = sum();
        if (peek() != 0) {
            throw wrong("the end");
        }
        return all;
    }

    private Node sum() {
        Node left = product();
        while (peek() == '+' || peek() == '−') {
            char operator = next();
            left = new Pair(left, operator, product());
        }
        return left;
    }

    private Node product() {
        Node left = power();
        while (peek() == '·' || peek() == '/') {
            char operator = next();
            left = new Pair(left, operator, power());
        }
        return left;
    }

    private Node power() {
        if (peek() == '−') {
            return new Root(next(), power());
        }
        Node base = peek() == '√' ? new Root(next(), atom()) : atom();
        if (peek() == '²') {
            next();
            return new Power(base, new Leaf("2", false), true);
        }
        if (peek() == '^') {
            next();
            return new Power(base, power(), false);
        }
        return base;
    }

    private Node atom() {
        char first = peek();
        if (first == '(') {
            return new Round(items());
        }
        if (Character.isDigit(first)) {
            return new Leaf(run(true), false);
        }
        if (!Character.isLetter(first)) {
            throw wrong("a number or a symbol");
        }
        String name = run(false);
        if (at < text.length() && text.charAt(at) == '(') {
            if (!Functions.isKnown(name)) {
                throw wrong("a known function before it");
            }
            return new Call(name, items());
        }
        return new Leaf(name, !name.equals(Functions.E));
    }

    private List<Node> items() {
        List<Node> items = new ArrayList<>();
        char mark = next();
        do {
            items.add(sum());
            mark = next();
        } while (mark == ',');
        if (mark != ')') {
            throw wrong("a closing bracket before it");
        }
        return List.copyOf(items);
    }

    private String run(boolean number) {
        int from = at;
        while (at < text.length() && belongs(text.charAt(at), number)) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean belongs(char c, boolean number) {
        return Character.isDigit(c) || (number ? c == '.' : Character.isLetter(c) || c == '_');
    }

    /** The next mark that is not a space; 0 at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("expected " + wanted + " at place " + at + " of: " + text);
    }
}
