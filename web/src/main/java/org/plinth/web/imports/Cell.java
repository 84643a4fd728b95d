package org.plinth.web.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.web.imports.Answers.DateOrder;

/**
 * Reads single cells: nothing is guessed. Digits of any script count as digits, which cannot be misread; a decimal mark must be the same
 * in the whole file; a date whose order is not plain is refused until a person says the order. Pure.
 */
final class Cell {

    static final int LONGEST_TEXT = 200;

    /** Words for legs that are understood, and no others; {@code docs/howto/import.md} lists them. */
    private static final Map<String, String> SIDES = Map.ofEntries(
            Map.entry("l", "LEFT"),
            Map.entry("left", "LEFT"),
            Map.entry("links", "LEFT"),
            Map.entry("gauche", "LEFT"),
            Map.entry("\u064a\u0633\u0627\u0631", "LEFT"),
            Map.entry("r", "RIGHT"),
            Map.entry("right", "RIGHT"),
            Map.entry("rechts", "RIGHT"),
            Map.entry("droite", "RIGHT"),
            Map.entry("\u064a\u0645\u064a\u0646", "RIGHT"),
            Map.entry("both", "BOTH"),
            Map.entry("bilateral", "BOTH"),
            Map.entry("beidseits", "BOTH"),
            Map.entry("les deux", "BOTH"));

    /** A Nordic curl in three languages; the same board measures isometric holds too, which are something else. */
    private static final Pattern NORDIC = Pattern.compile("\\bnord(?:ic|isch|ique)");

    private static final Pattern ISOMETRIC = Pattern.compile("\\biso");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(?:([.,\u066b])\\d{1,12})?");
    private static final Pattern WITH_UNIT = Pattern.compile("[+-]?\\d+(?:[.,\u066b]\\d+)?\\s*\\p{L}.*");
    private static final Pattern DOUBTFUL = Pattern.compile("[+-]?[1-9]\\d{0,2}([.,])\\d{3}");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(?:[.,'\u2019\u066c\u00a0\u202f ]\\d{3})+(?:[.,\u066b]\\d+)?");
    private static final String TIME = "(?:[T ]\\s*(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s?[AaPp][Mm])?)Z?)?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})" + TIME);
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}(?:[T ].*)?");
    private static final Pattern HIDDEN = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern MARKS = Pattern.compile("[\\u200e\\u200f\\u061c]");

    private Cell() {}

    /** A number and the decimal mark it was written with. */
    record Decimal(BigDecimal value, Optional<Character> mark) {}

    /** A day and what was said of the time. */
    record Day(LocalDate date, String time) {}

    /** Without blanks around it, marks of writing direction and digits of other scripts. */
    static String plain(String cell) {
        StringBuilder out = new StringBuilder(cell.length());
        MARKS.matcher(cell)
                .replaceAll("")
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c == 0x2212 ? '-' : c)
                .forEach(out::appendCodePoint);
        return out.toString().replace('\u00a0', ' ').strip();
    }

    static Decimal number(String cell) throws WrongCell {
        String text = plain(cell);
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            if (text.startsWith("=") || text.startsWith("@")) {
                throw new WrongCell("formula");
            }
            if (GROUPED.matcher(text).matches()) {
                throw new WrongCell("grouped");
            }
            throw new WrongCell(WITH_UNIT.matcher(text).matches() ? "unitInCell" : "noNumber");
        }
        Optional<Character> mark = Optional.ofNullable(number.group(1)).map(found -> found.charAt(0));
        return new Decimal(new BigDecimal(text.replace(',', '.').replace('\u066b', '.')), mark);
    }

    /** The mark of a number that reads in two ways: 1,234 is 1.234 or 1234. */
    static Optional<Character> doubtfulMark(String cell) {
        Matcher number = DOUBTFUL.matcher(plain(cell));
        return number.matches() ? Optional.of(number.group(1).charAt(0)) : Optional.empty();
    }

    /** The mark of a number that reads in one way alone. */
    static Optional<Character> plainMark(String cell) {
        Matcher number = NUMBER.matcher(plain(cell));
        return number.matches() && doubtfulMark(cell).isEmpty()
                ? Optional.ofNullable(number.group(1)).map(found -> found.charAt(0))
                : Optional.empty();
    }

    /** Whether a date can be read only by knowing whether day or month comes first. */
    static boolean needsOrder(String cell) {
        return YEAR_LAST.matcher(plain(cell)).matches();
    }

    static Day date(String cell, Optional<DateOrder> order) throws WrongCell {
        String text = plain(cell);
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3), iso.group(4));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (!last.matches()) {
            throw new WrongCell(SHORT_YEAR.matcher(text).matches() ? "shortYear" : "noDate");
        }
        if (order.isEmpty()) {
            throw new WrongCell("dateOrder");
        }
        boolean dayFirst = order.get() == DateOrder.DAY_FIRST;
        return day(last.group(3), last.group(dayFirst ? 2 : 1), last.group(dayFirst ? 1 : 2), last.group(4));
    }

    private static Day day(String year, String month, String day, @org.jspecify.annotations.Nullable String time)
            throws WrongCell {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return new Day(date, time == null ? "" : time);
        } catch (DateTimeException impossible) {
            throw new WrongCell("noSuchDay");
        }
    }

    /** A line of text, such as a name. */
    static String text(String cell) throws WrongCell {
        String text = Normalizer.normalize(MARKS.matcher(cell).replaceAll(""), Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .strip();
        if (HIDDEN.matcher(text).find()) {
            throw new WrongCell("hidden");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new WrongCell("lineBreak");
        }
        if (!text.isEmpty() && "=@+-".indexOf(text.charAt(0)) >= 0) {
            throw new WrongCell("formula");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new WrongCell("tooLong", LONGEST_TEXT);
        }
        return text.replaceAll(" {2,}", " ");
    }

    /** The kind of a test on a board for Nordic curls, as it stands; refused where it is no Nordic curl. */
    static String nordic(String cell) throws WrongCell {
        String text = text(cell);
        String word = fold(text);
        if (!NORDIC.matcher(word).find() || ISOMETRIC.matcher(word).find()) {
            throw new WrongCell("noNordic");
        }
        return text;
    }

    static String side(String cell, boolean both) throws WrongCell {
        String side = SIDES.getOrDefault(fold(cell), "");
        if (side.isEmpty() || (side.equals("BOTH") && !both)) {
            throw new WrongCell(both ? "side.both" : "side");
        }
        return side;
    }

    static String word(String cell, Map<String, String> words) throws WrongCell {
        String word = words.getOrDefault(fold(cell), "");
        if (word.isEmpty()) {
            throw new WrongCell("word", String.join(", ", new java.util.TreeSet<>(words.keySet())));
        }
        return word;
    }

    /** For comparing words: case, accents' form, marks and blanks make no difference. */
    static String fold(String text) {
        return Normalizer.normalize(MARKS.matcher(text).replaceAll(""), Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
