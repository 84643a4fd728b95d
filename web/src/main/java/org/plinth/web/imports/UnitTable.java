package org.plinth.web.imports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units that headers name, by what they measure. Factors are exact: 1 lbf = 4.4482216152605 N, 1 kgf = 9.80665 N, 1 ft = 0.3048 m
 * (BIPM, The International System of Units, 9th edition 2019; NIST SP 811, appendix B).
 */
enum UnitTable {
    /** To N. A bare pound may be a mass or a force: it is asked about. */
    FORCE("N", "N", "1", "kgf", "9.80665", "kg", "9.80665", "lbf", "4.4482216152605"),
    /** To N·m. */
    TORQUE(
            "N\u00b7m",
            "N\u00b7m",
            "1",
            "Nm",
            "1",
            "newton meters",
            "1",
            "ft-lb",
            "1.3558179483314004",
            "ft-lbs",
            "1.3558179483314004",
            "lbf ft",
            "1.3558179483314004",
            "lb-ft",
            "1.3558179483314004",
            "kgf\u00b7m",
            "9.80665"),
    /** To N·s. */
    IMPULSE("N\u00b7s", "N\u00b7s", "1", "Ns", "1"),
    /** To °/s. */
    SPEED("\u00b0/s", "\u00b0/s", "1", "deg/s", "1", "deg/sec", "1", "degrees/s", "1", "rad/s", "57.29577951308232"),
    /** To °. */
    ANGLE("\u00b0", "\u00b0", "1", "deg", "1", "degrees", "1", "rad", "57.29577951308232");

    private static final List<String> OTHERS = List.of("kN", "lb", "lbs", "s", "ms", "W", "J", "%", "cm", "m", "Hz");

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // filled once here, kept in the order of the words, handed to nobody
    private final Map<String, BigDecimal> factors = new LinkedHashMap<>();

    UnitTable(String symbol, String... wordsAndFactors) {
        this.symbol = symbol;
        for (int i = 0; i < wordsAndFactors.length; i += 2) {
            factors.put(wordsAndFactors[i], new BigDecimal(wordsAndFactors[i + 1]));
        }
    }

    /** The unit that is stored. */
    String symbol() {
        return symbol;
    }

    /** Those that are offered where a person has to say. */
    List<String> offered() {
        return switch (this) {
            case FORCE -> List.of("N", "kgf", "lbf");
            case TORQUE -> List.of("N\u00b7m", "ft-lb", "kgf\u00b7m");
            case IMPULSE -> List.of("N\u00b7s");
            case SPEED -> List.of("\u00b0/s", "rad/s");
            case ANGLE -> List.of("\u00b0", "rad");
        };
    }

    /** Stored units in one of these. */
    Optional<BigDecimal> factor(String word) {
        return factors.entrySet().stream()
                .filter(known -> fold(known.getKey()).equals(fold(word)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What a word measures. */
    static Optional<UnitTable> of(String word) {
        for (UnitTable table : values()) {
            if (table.factor(word).isPresent()) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Whether a word is a unit at all, one that is not converted here included. */
    static boolean isUnit(String word) {
        return of(word).isPresent()
                || OTHERS.stream().anyMatch(other -> fold(other).equals(fold(word)));
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[\\s.*\u00b7\u22c5_-]", "");
    }
}
