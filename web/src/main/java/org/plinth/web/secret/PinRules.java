package org.plinth.web.secret;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which PINs are refused: those that a colleague would try first. A PIN tells people at one plinth apart, behind a log-in; it is no
 * password, and opens nothing.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B-4, 3.1.1: a PIN is short, so tries must be limited</a>
 */
public final class PinRules {

    /** Digits, at least. */
    public static final int LEAST = 4;

    /** Digits, at most. */
    public static final int MOST = 6;

    private static final int LEAST_DISTINCT = 3;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + LEAST + "," + MOST + "}");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    /** Straight up and down the keys of a telephone. */
    private static final Set<String> COLUMNS =
            Set.of("2580", "0852", "1470", "0741", "3690", "0963", "147258", "258369");

    private PinRules() {}

    /** Why one is refused. */
    public enum Refusal {
        /** Not four to six digits. */
        NOT_DIGITS,
        /** One of those that are tried first. */
        TRIVIAL
    }

    /** Why it is refused; empty if it may be used. */
    public static Optional<Refusal> refusal(String pin) {
        if (!DIGITS.matcher(pin).matches()) {
            return Optional.of(Refusal.NOT_DIGITS);
        }
        boolean few = pin.chars().distinct().count() < LEAST_DISTINCT;
        boolean trivial =
                few || isRow(pin) || isRepeated(pin) || YEAR.matcher(pin).matches() || COLUMNS.contains(pin);
        return trivial ? Optional.of(Refusal.TRIVIAL) : Optional.empty();
    }

    /** Each digit the next one, up or down; 0 follows 9. */
    private static boolean isRow(String pin) {
        int step = step(pin, 1);
        return (step == 1 || step == 9) && rows(pin, step) == pin.length() - 1;
    }

    private static int rows(String pin, int step) {
        int same = 0;
        for (int i = 1; i < pin.length(); i++) {
            same += step(pin, i) == step ? 1 : 0;
        }
        return same;
    }

    private static int step(String pin, int at) {
        return Math.floorMod(pin.charAt(at) - pin.charAt(at - 1), 10);
    }

    /** The same half twice, as 123123. */
    private static boolean isRepeated(String pin) {
        int half = pin.length() / 2;
        return pin.length() % 2 == 0 && pin.substring(0, half).equals(pin.substring(half));
    }
}
