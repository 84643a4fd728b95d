package org.plinth.web.page;

import java.util.Map;
import org.plinth.core.formula.Digits;
import org.plinth.core.formula.Formula;
import org.plinth.core.quantity.Force;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Chance;
import org.plinth.web.words.Numbers;

/** Units as people read them, and a number as the pages show it. */
final class UnitWords {

    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("1", ""),
            Map.entry("N.s", "N·s"),
            Map.entry("N.m", "N·m"),
            Map.entry("N.m/kg", "N·m/kg"),
            Map.entry("deg", "°"),
            Map.entry("d", "d"),
            Map.entry("1/d", "/d"),
            Map.entry("%/wk", "%/week"));

    private final Texts texts;
    private final Numbers numbers;

    UnitWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** Of a UCUM unit; nothing for a pure number. */
    static String of(String unit) {
        return SHOWN.getOrDefault(unit, unit);
    }

    /** A number with its unit, seven digits or all. */
    static String with(double value, String unit, Digits digits) {
        String text = digits.of(value);
        return of(unit).isEmpty() ? text : text + " " + of(unit);
    }

    /** Rounded as the pages round it. */
    String shown(Formula formula, double value) {
        return switch (formula.unit()) {
            case "N" ->
                isDifference(formula)
                        ? numbers.difference(new Force(Math.abs(value)))
                        : numbers.force(new Force(value));
            case "%" -> numbers.percent(value);
            case "1" -> formula.id().startsWith("chance") ? new Chance(texts).of(value) : numbers.fine(value);
            case "s", "%/wk" -> with(Math.round(value * 100) / 100.0, formula.unit(), Digits.SHORT);
            default -> with(Math.rint(value), formula.unit(), Digits.SHORT);
        };
    }

    private static boolean isDifference(Formula formula) {
        return formula.id().startsWith("change_") || formula.id().startsWith("detectable");
    }
}
