package org.plinth.web.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON in its one canonical form, so that equal content has equal bytes and thus equal hashes: names in order of their
 * UTF-16 units, no white space, numbers as ECMAScript prints them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class CanonicalJson {

    private static final int MOST_DIGITS = 17;
    /** Exponents from here on are printed as such. */
    private static final int LARGEST_PLAIN_EXPONENT = 21;

    private static final int SMALLEST_PLAIN_EXPONENT = -6;
    private static final char FIRST_PLAIN_CHARACTER = ' ';

    private CanonicalJson() {}

    /** An object of texts, booleans, integers, finite doubles and optionals of these; an empty optional is null. */
    public static String object(Map<String, ?> fields) {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<String, ?> field : new TreeMap<>(fields).entrySet()) {
            if (out.length() > 1) {
                out.append(',');
            }
            string(out, field.getKey());
            out.append(':');
            value(out, field.getValue());
        }
        return out.append('}').toString();
    }

    private static void value(StringBuilder out, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(inner -> value(out, inner), () -> out.append("null"));
        } else if (value instanceof Double number) {
            out.append(number(number));
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else {
            string(out, value.toString());
        }
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && !isPair(text, i) && !(i > 0 && isPair(text, i - 1))) {
                throw StoreFailure.invalid("text", "half a surrogate pair has no UTF-8");
            }
            character(out, text.charAt(i));
        }
        out.append('"');
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private static void character(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < FIRST_PLAIN_CHARACTER) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /** The shortest decimal that reads back as the same double, laid out as ECMAScript does. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        return (value < 0 ? "-" : "") + layout(digits, digits.length() - shortest.scale());
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** {@code digits} with the decimal point after {@code point} of them. */
    private static String layout(String digits, int point) {
        int count = digits.length();
        if (point > LARGEST_PLAIN_EXPONENT || point <= SMALLEST_PLAIN_EXPONENT) {
            String fraction = count == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= count
                ? digits + "0".repeat(point - count)
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}
