package org.plinth.web.recordingfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;

/**
 * Words for units in headers. Those that Plinth does not convert are listed too, so that {@code force (kN)} is refused
 * instead of being read as newtons. Words of one letter are told apart by case: {@code N} is newton, {@code n} a count.
 */
enum UnitWord {
    NEWTON("N", "newton", "newtons"),
    KILOGRAM_FORCE("kgf", "kp"),
    KILOGRAM("kg", "kgs", "kilogram", "kilograms"),
    POUND_FORCE("lbf"),
    POUND("lb", "lbs", "pound", "pounds"),
    SECOND("s", "sec", "secs", "second", "seconds"),
    MILLISECOND("ms", "msec", "msecs", "millis", "millisecond", "milliseconds"),
    MICROSECOND("us", "µs", "μs", "usec", "usecs", "micros", "microsecond", "microseconds"),
    /** Units that are known and not converted here. */
    OTHER(
            "kN", "mN", "cN", "daN", "g", "gf", "mg", "oz", "ozf", "st", "V", "mV", "mv/v", "counts", "count", "adc",
            "Nm", "N.m", "N·m", "N*m", "lb-ft", "ft-lb", "%", "pct", "percent", "deg", "°", "ns", "min", "h", "Hz");

    /** Parted by blanks, which no such word contains. */
    private final String words;

    UnitWord(String... words) {
        this.words = String.join(" ", words);
    }

    static Optional<UnitWord> of(String word) {
        for (UnitWord unit : values()) {
            if (Arrays.stream(unit.words.split(" ")).anyMatch(known -> isSame(known, word))) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(String known, String word) {
        boolean single = known.length() == 1 && Character.isUpperCase(known.charAt(0));
        return single ? known.equals(word) : known.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT));
    }

    /** The unit of force that a column of this unit is read in without being told; none for a bare pound. */
    Optional<ForceUnit> force() {
        return switch (this) {
            case NEWTON -> Optional.of(ForceUnit.NEWTON);
            case KILOGRAM_FORCE, KILOGRAM -> Optional.of(ForceUnit.KILOGRAM_FORCE);
            case POUND_FORCE -> Optional.of(ForceUnit.POUND_FORCE);
            default -> Optional.empty();
        };
    }

    Optional<TimeUnit> time() {
        return switch (this) {
            case SECOND -> Optional.of(TimeUnit.SECOND);
            case MILLISECOND -> Optional.of(TimeUnit.MILLISECOND);
            case MICROSECOND -> Optional.of(TimeUnit.MICROSECOND);
            default -> Optional.empty();
        };
    }
}
