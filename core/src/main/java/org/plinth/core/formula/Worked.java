package org.plinth.core.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one shown number came about: the formula, what was put in and from where, the arithmetic with the numbers put in.
 * The result is computed here a second time from the inputs, by the text of the formula.
 *
 * @param formula of the number
 * @param inputs in the order of the formula
 * @param lines one for each step
 * @param result of the last step: recomputed
 * @param shown the number that the engine gave and the page shows
 */
public record Worked(Formula formula, List<Input> inputs, List<Line> lines, double result, double shown) {

    private static final double SAME = 1e-9;

    /** Copies the lists. */
    public Worked {
        inputs = List.copyOf(inputs);
        lines = List.copyOf(lines);
    }

    /**
     * One step.
     *
     * @param symbol what it gives
     * @param general the right side in symbols
     * @param arithmetic the right side in numbers, for reading
     * @param exact the right side with every digit
     * @param value what it comes to
     */
    public record Line(String symbol, String general, String arithmetic, String exact, double value) {}

    /**
     * Works a formula.
     *
     * @param shown the number as the engine gave it
     * @param inputs one for every symbol that no step gives
     * @throws IllegalArgumentException if an input is missing
     */
    public static Worked of(Formula formula, double shown, Input... inputs) {
        return of(formula, formula.steps(), shown, inputs);
    }

    /** Works a formula by other steps: where few samples or visits ask for another way, which the formula's text names. */
    static Worked of(Formula formula, List<Step> steps, double shown, Input... inputs) {
        Map<String, List<Double>> known = new HashMap<>();
        for (Input input : inputs) {
            known.put(input.symbol(), input.values());
        }
        List<Line> lines = new ArrayList<>();
        for (Step step : steps) {
            Expression right = step.right();
            double value = right.evaluate(known);
            lines.add(new Line(
                    step.symbol(),
                    right.toString(),
                    right.with(known, Digits.SHORT),
                    right.with(known, Digits.ALL),
                    value));
            known.put(step.symbol(), List.of(value));
        }
        double result = lines.get(lines.size() - 1).value();
        return new Worked(formula, List.of(inputs), lines, result, shown);
    }

    /** Whether recomputing gives the number that is shown. */
    public boolean agrees() {
        return Math.abs(result - shown) <= SAME * Math.max(1, Math.abs(shown));
    }
}
