package org.plinth.driver.notify;

/** Plain decimal numbers in ASCII, without making a string of them. Pure. */
public final class DecimalText {

    private static final int MOST_DIGITS = 15;

    private DecimalText() {}

    /**
     * Reads a number such as {@code 000.63}, {@code -32.84} or {@code  12}: blanks, a sign, digits with at most one point.
     *
     * @return the number nearest to it; NaN where this is none
     */
    public static double parse(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        double size = size(bytes, at, to);
        return negative ? -size : size;
    }

    private static double size(byte[] bytes, int from, int to) {
        long digits = 0;
        double scale = 1;
        int count = 0;
        boolean pointSeen = false;
        for (int at = from; at < to; at++) {
            int c = bytes[at];
            if (c == '.' && !pointSeen && count > 0) {
                pointSeen = true;
            } else if (c >= '0' && c <= '9' && count < MOST_DIGITS) {
                digits = digits * 10 + (c - '0');
                count++;
                scale = pointSeen ? scale * 10 : scale;
            } else {
                return Double.NaN;
            }
        }
        return count > 0 && bytes[to - 1] != '.' ? digits / scale : Double.NaN;
    }
}
