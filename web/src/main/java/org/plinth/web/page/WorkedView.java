package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * How one shown number was computed.
 *
 * @param name of the number
 * @param about whose, in words: position, side, effort
 * @param shown as the page showed it
 * @param work the arithmetic; empty where the raw record cannot be read
 * @param facts what it rests on
 * @param reference the formula's own words
 * @param siblings other numbers of the same data
 * @param back where the number stood
 */
public record WorkedView(
        String name,
        String about,
        String shown,
        Optional<Work> work,
        List<Fact> facts,
        FormulaView reference,
        List<Link> siblings,
        Link back) {

    /** Copies the lists. */
    public WorkedView {
        facts = List.copyOf(facts);
        siblings = List.copyOf(siblings);
    }

    /**
     * Formula, inputs, arithmetic.
     *
     * @param formula in symbols, one line a step
     * @param inputs what was put in
     * @param lines with numbers
     * @param listed what stands in brackets for a long list; empty where none does
     * @param unrounded the result with seven digits and its unit
     * @param units how newtons became the clinic's unit; empty where they are its unit
     * @param disagrees that recomputing gives another number; empty where it gives this one
     * @param exact every digit, line by line
     */
    public record Work(
            List<MathText> formula,
            List<InputRow> inputs,
            List<Line> lines,
            Optional<String> listed,
            String unrounded,
            Optional<String> units,
            Optional<String> disagrees,
            List<String> exact) {

        /** Copies the lists. */
        public Work {
            formula = List.copyOf(formula);
            inputs = List.copyOf(inputs);
            lines = List.copyOf(lines);
            exact = List.copyOf(exact);
        }
    }

    /**
     * One input.
     *
     * @param symbol of the formula
     * @param meaning in words
     * @param values with unit and origin
     */
    public record InputRow(MathText symbol, String meaning, List<Value> values) {}

    /**
     * One value.
     *
     * @param text with its unit
     * @param from where it comes from
     * @param href how that came about; empty where there is no page of it
     */
    public record Value(String text, String from, Optional<String> href) {}

    /**
     * One step in numbers.
     *
     * @param symbol what it gives
     * @param arithmetic right side
     * @param result with its unit
     */
    public record Line(MathText symbol, String arithmetic, String result) {}

    /**
     * What the number rests on.
     *
     * @param label of it
     * @param value of it
     * @param mono whether it is a fingerprint or an id
     */
    public record Fact(String label, String value, boolean mono) {}

    /**
     * A place to go.
     *
     * @param label as people read it
     * @param href where
     */
    public record Link(String label, String href) {}
}
