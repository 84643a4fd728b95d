package org.plinth.calibration.run;

import java.util.Locale;
import java.util.Optional;

/** What the sensor's own numbers are. */
public enum ReadingUnit {
    /** Bare numbers of the converter. */
    COUNT("count"),
    /** Kilogram-force by the maker's calibration; sensors call it kg. */
    KILOGRAM_FORCE("kgf"),
    /** Newtons by the maker's calibration. */
    NEWTON("N"),
    /** Pound-force by the maker's calibration. */
    POUND_FORCE("lbf");

    private final String symbol;

    ReadingUnit(String symbol) {
        this.symbol = symbol;
    }

    /** As keys and files carry it: {@code count}, {@code kgf}, {@code N}, {@code lbf}. */
    public String symbol() {
        return symbol;
    }

    /** The unit with this symbol, in any case; {@code counts} and {@code kg} too. */
    public static Optional<ReadingUnit> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        String known = word.equals("counts") ? "count" : word.equals("kg") ? "kgf" : word;
        for (ReadingUnit unit : values()) {
            if (unit.symbol.toLowerCase(Locale.ROOT).equals(known)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
