package org.plinth.web.export;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Values as cells. Numbers keep full precision and a point; text is made inert. */
final class Cells {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private Cells() {}

    /** A spreadsheet takes what begins with one of these for a formula: an apostrophe before it keeps it text. */
    static String text(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String number(double value) {
        return Double.toString(value);
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    static String number(Optional<Double> value) {
        return value.map(Cells::number).orElse("");
    }

    /** Names in the order of their declaration, joined by a space. */
    static String names(Collection<? extends Enum<?>> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }
}
