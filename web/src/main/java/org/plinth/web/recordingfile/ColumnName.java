package org.plinth.web.recordingfile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell of a header: {@code force_N}, {@code force (kgf)}, {@code t [ms]}, {@code device_us}, {@code kg}.
 *
 * @param index of the column, from 0
 * @param name as it stands, trimmed
 * @param stem the name without its unit, in lower case
 * @param unit what the unit says; empty where no known word stands there
 */
record ColumnName(int index, String name, String stem, Optional<UnitWord> unit) {

    private static final Pattern IN_BRACKETS = Pattern.compile("(.*?)[\\s_]*[(\\[]\\s*([^)\\]]+?)\\s*[)\\]]");
    private static final Pattern LAST_PART = Pattern.compile("(.*)[_\\s/.]+([^_\\s/.]+)");
    private static final Set<String> TIME_STEMS = Set.of(
            "t",
            "time",
            "times",
            "timestamp",
            "time_stamp",
            "elapsed",
            "elapsed_time",
            "device",
            "device_time",
            "clock");

    static ColumnName parse(int index, String cell) {
        String name = cell.strip();
        Matcher bracketed = IN_BRACKETS.matcher(name);
        if (bracketed.matches()) {
            return of(index, name, bracketed.group(1), UnitWord.of(bracketed.group(2)));
        }
        Optional<UnitWord> whole = UnitWord.of(name);
        Matcher parts = LAST_PART.matcher(name);
        if (whole.isPresent() || !parts.matches()) {
            return of(index, name, whole.isPresent() ? "" : name, whole);
        }
        Optional<UnitWord> unit = suffix(parts.group(1), parts.group(2));
        return of(index, name, unit.isPresent() ? parts.group(1) : name, unit);
    }

    /** {@code force_n} can only mean newton; {@code sample_n} is a count. */
    private static Optional<UnitWord> suffix(String stem, String word) {
        return word.equals("n") && isForceStem(stem) ? Optional.of(UnitWord.NEWTON) : UnitWord.of(word);
    }

    private static ColumnName of(int index, String name, String stem, Optional<UnitWord> unit) {
        String plain = stem.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.-]+", "_");
        return new ColumnName(index, name, plain, unit);
    }

    boolean hasTimeStem() {
        return TIME_STEMS.contains(stem);
    }

    Optional<TimeUnit> timeUnit() {
        return unit.flatMap(UnitWord::time);
    }

    /** Whether name or unit says that this is a force. */
    boolean isForce() {
        boolean unitOfForce = unit.isPresent() && (unit.get().force().isPresent() || unit.get() == UnitWord.POUND);
        return unitOfForce || (isForceStem(stem) && timeUnit().isEmpty());
    }

    private static boolean isForceStem(String stem) {
        String plain = stem.toLowerCase(Locale.ROOT);
        return plain.contains("force") || plain.equals("load");
    }
}
