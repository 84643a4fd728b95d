package org.plinth.web.recordingfile;

import java.util.Locale;
import java.util.Set;

/**
 * Reads one cell at a time into a number, without an object per cell. The value is the same as that of
 * {@link Double#parseDouble}: short decimals go through one exact division (Clinger 1990, doi:10.1145/93542.93557), the
 * rest through that method. One thread.
 */
final class NumberCell {

    /** What a cell holds. */
    enum Kind {
        NUMBER,
        /** Nothing, or a word that means nothing. */
        BLANK,
        /** Anything else. */
        TEXT
    }

    private static final Set<String> BLANK_WORDS = Set.of("nan", "-nan", "na", "n/a", "#n/a", "null", "none");
    private static final int LONGEST_BLANK_WORD = 4;
    private static final int LONGEST_QUOTE = 24;
    private static final int EXACT_DIGITS = 15;
    private static final int NO_MARK = -1;
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Kind kind = Kind.BLANK;
    private double value;
    private char decimalMark;
    private String text = "";

    /** Of the cell being read. */
    private long digits;

    private int significant;
    private int markAt;

    Kind kind() {
        return kind;
    }

    /** The number; only where {@link #kind} is NUMBER. */
    double value() {
        return value;
    }

    /** Point or comma, or 0 where the cell has neither. */
    char decimalMark() {
        return decimalMark;
    }

    /** The start of a cell that is no number, without control characters. */
    String text() {
        return text;
    }

    void clear() {
        kind = Kind.BLANK;
        decimalMark = 0;
    }

    void read(char[] buffer, int offset, int length) {
        clear();
        int from = offset;
        int to = offset + length;
        while (from < to && isSpace(buffer[from])) {
            from++;
        }
        while (to > from && isSpace(buffer[to - 1])) {
            to--;
        }
        if (from < to && !readNumber(buffer, from, to)) {
            readWord(buffer, from, to);
        }
    }

    /** Blank, tab, no-break space, and the end-of-file mark of old systems. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u001a';
    }

    /** Sign, digits with at most one mark, exponent. Digits are gathered exactly while they fit. */
    private boolean readNumber(char[] buffer, int from, int to) {
        boolean negative = buffer[from] == '-';
        int start = negative || buffer[from] == '+' ? from + 1 : from;
        int end = readDigits(buffer, start, to);
        boolean hasDigits = end - start > (markAt < 0 ? 0 : 1);
        if (!hasDigits || (end < to && !isExponent(buffer, end, to))) {
            return false;
        }
        int fraction = markAt < 0 ? 0 : end - markAt - 1;
        boolean exact = end == to && significant <= EXACT_DIGITS && fraction < POWERS_OF_TEN.length;
        double magnitude = exact ? digits / POWERS_OF_TEN[fraction] : slow(buffer, start, to);
        value = negative ? -magnitude : magnitude;
        kind = Double.isFinite(value) ? Kind.NUMBER : Kind.TEXT;
        return kind == Kind.NUMBER;
    }

    /** Where digits and mark end. */
    private int readDigits(char[] buffer, int from, int to) {
        digits = 0;
        significant = 0;
        markAt = NO_MARK;
        int at = from;
        for (; at < to; at++) {
            char c = buffer[at];
            if (c >= '0' && c <= '9') {
                digits = significant < EXACT_DIGITS ? digits * 10 + (c - '0') : digits;
                significant += significant > 0 || c != '0' ? 1 : 0;
            } else if ((c == '.' || c == ',') && markAt < 0) {
                markAt = at;
                decimalMark = c;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isExponent(char[] buffer, int from, int to) {
        if (buffer[from] != 'e' && buffer[from] != 'E') {
            return false;
        }
        int at = from + 1;
        if (at < to && (buffer[at] == '-' || buffer[at] == '+')) {
            at++;
        }
        int first = at;
        while (at < to && buffer[at] >= '0' && buffer[at] <= '9') {
            at++;
        }
        return at == to && at > first;
    }

    private static double slow(char[] buffer, int from, int to) {
        return Double.parseDouble(new String(buffer, from, to - from).replace(',', '.'));
    }

    private void readWord(char[] buffer, int from, int to) {
        decimalMark = 0;
        boolean blank = to - from <= LONGEST_BLANK_WORD
                && BLANK_WORDS.contains(new String(buffer, from, to - from).toLowerCase(Locale.ROOT));
        kind = blank ? Kind.BLANK : Kind.TEXT;
        if (!blank) {
            String start = new String(buffer, from, Math.min(to - from, LONGEST_QUOTE));
            text = start.replaceAll("\\p{Cntrl}", "?") + (to - from > LONGEST_QUOTE ? "…" : "");
        }
    }
}
