package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Step;

/**
 * A formula as template {@code part/math} shows it: symbols slanted, their index below the line.
 *
 * @param bits in order
 */
public record MathText(List<Bit> bits) {

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\d]*(?:_([\\p{L}\\d]+))?");

    /** Copies the list. */
    public MathText {
        bits = List.copyOf(bits);
    }

    /**
     * A part of it.
     *
     * @param text as it is read
     * @param index of a symbol; empty where it has none
     * @param symbol whether it is one
     */
    public record Bit(String text, Optional<String> index, boolean symbol) {}

    /** A step of a formula. */
    static MathText of(Formula formula, Step step) {
        return of(formula, step.toString());
    }

    /** Any text that has symbols of a formula. */
    static MathText of(Formula formula, String text) {
        List<Bit> bits = new ArrayList<>();
        Matcher names = NAME.matcher(text);
        int done = 0;
        while (names.find()) {
            if (formula.symbol(names.group()).isPresent()) {
                plain(text.substring(done, names.start()), bits);
                Optional<String> index = Optional.ofNullable(names.group(1));
                String base = index.isEmpty() ? names.group() : text.substring(names.start(), names.start(1) - 1);
                bits.add(new Bit(base, index, true));
                done = names.end();
            }
        }
        plain(text.substring(done), bits);
        return new MathText(bits);
    }

    private static void plain(String text, List<Bit> bits) {
        if (!text.isEmpty()) {
            bits.add(new Bit(text, Optional.empty(), false));
        }
    }
}
