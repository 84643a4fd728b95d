package org.plinth.core.formula;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number comes about.
 *
 * @param id of the number, with its unit, as files carry it; never renamed or reused
 * @param version rises when the formula changes
 * @param name in words
 * @param group what kind of number it is
 * @param unit UCUM unit; {@code 1} for a pure number
 * @param text the formula as a statement: its steps, or what they leave to be said
 * @param steps that compute it, in order; the last gives the number
 * @param symbols of the steps, with meaning and unit
 * @param withheld when there is no such number
 * @param source author, year and DOI, or the decision that set it
 */
public record Formula(
        String id,
        int version,
        String name,
        Group group,
        String unit,
        String text,
        List<Step> steps,
        List<Symbol> symbols,
        String withheld,
        String source) {

    private static final Pattern DOI = Pattern.compile("doi:(10\\.[^\\s;,]+)");

    /** Copies the lists. */
    public Formula {
        steps = List.copyOf(steps);
        symbols = List.copyOf(symbols);
    }

    /** What kind of number. */
    public enum Group {
        /** Of one effort. */
        EFFORT,
        /** Of one side of a test. */
        RESULT,
        /** Of two sides. */
        SYMMETRY,
        /** Against a reference line that the clinic drew; never on a patient's page. */
        REFERENCE_LINE,
        /** Over time. */
        CHANGE,
        /** Set against body and lever. */
        SCALING,
        /** Of the error of a measurement. */
        RELIABILITY,
        /** Of the samples themselves. */
        SIGNAL
    }

    /** The source's DOI, where it has one. */
    public Optional<String> doi() {
        Matcher found = DOI.matcher(source);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The symbol of this name, where the formula has it. */
    public Optional<Symbol> symbol(String symbolName) {
        return symbols.stream().filter(one -> one.name().equals(symbolName)).findFirst();
    }
}
