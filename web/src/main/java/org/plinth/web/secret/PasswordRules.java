package org.plinth.web.secret;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which passwords are refused: too short, common, a pattern, or made of what everybody knows about the person. Nothing is said
 * about kinds of characters; every character of Unicode counts.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B-4, 3.1.1.2</a>
 * @see <a href="https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en">OWASP ASVS 5.0, 6.2</a>
 */
public final class PasswordRules {

    /** Characters of Unicode, after normalising. */
    public static final int LEAST = 12;

    /** Characters as sent; a limit to work, not to strength. */
    public static final int MOST = 200;

    /** What must be left when all that is known of the person has been taken away. */
    private static final int LEAST_OF_HER_OWN = 8;

    private static final int LEAST_CORE = 3;
    private static final int LEAST_WORD = 3;
    private static final String PRODUCT = "plinth";
    private static final List<String> RUNS = List.of(
            "0123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertyuiopasdfghjklzxcvbnm",
            "1234567890qwertyuiop");

    private PasswordRules() {}

    /** Why one is refused. */
    public enum Refusal {
        /** Fewer than {@link #LEAST} characters. */
        TOO_SHORT,
        /** On the list of common passwords, or such a one with ornaments. */
        COMMON,
        /** The same again and again, or a row of the alphabet or of the keyboard. */
        PATTERN,
        /** Little more than the name of the person, the clinic or this program. */
        KNOWN_WORDS
    }

    /**
     * The form in which a password is hashed and compared, so that the same keys give the same password on every device.
     *
     * @see <a href="https://unicode.org/reports/tr15/">Unicode normalization forms, NFKC</a>
     */
    public static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /**
     * Why it is refused; empty if it may be used. Reads a file of 900 kB.
     *
     * @param known texts that others know: login, name, clinic
     */
    public static Optional<Refusal> refusal(String password, Collection<String> known) {
        String whole = normalised(password);
        if (whole.codePointCount(0, whole.length()) < LEAST) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        String folded = normalised(whole.toLowerCase(Locale.ROOT));
        if (isRepeated(folded) || isRun(folded)) {
            return Optional.of(Refusal.PATTERN);
        }
        if (isMostlyKnown(folded, known)) {
            return Optional.of(Refusal.KNOWN_WORDS);
        }
        return CommonPasswords.hasAny(readings(folded)) ? Optional.of(Refusal.COMMON) : Optional.empty();
    }

    /** As it is, without ornaments before and after, and with digits and signs read as the letters they stand for. */
    private static Set<String> readings(String folded) {
        Set<String> readings = new LinkedHashSet<>();
        for (String form : List.of(folded, lettersRead(folded))) {
            readings.add(form);
            readings.add(form.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""));
        }
        readings.add(lettersRead(folded.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")));
        readings.removeIf(reading -> reading.length() < LEAST_CORE);
        return readings;
    }

    private static String lettersRead(String text) {
        return text.replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /** Whether it is a shorter text twice or more often, the last time perhaps cut. */
    private static boolean isRepeated(String text) {
        for (int period = 1; period <= text.length() / 2; period++) {
            if (text.regionMatches(period, text, 0, text.length() - period)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRun(String text) {
        return RUNS.stream()
                .map(run -> run.repeat(PasswordRules.MOST / run.length() + 1))
                .anyMatch(run ->
                        run.contains(text) || new StringBuilder(run).reverse().indexOf(text) >= 0);
    }

    private static boolean isMostlyKnown(String folded, Collection<String> known) {
        List<String> words = Stream.concat(Stream.of(PRODUCT), known.stream())
                .map(text -> normalised(text.toLowerCase(Locale.ROOT)))
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+", -1))))
                .filter(word -> word.length() >= LEAST_WORD)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String left = folded;
        for (String word : words) {
            left = left.replace(word, "");
        }
        long own = left.replaceAll("[^\\p{L}\\p{N}]", "").codePoints().count();
        return left.length() < folded.length() && own < LEAST_OF_HER_OWN;
    }
}
