package org.plinth.web.http;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a token is written: {@code plinth_}, 40 letters and digits chosen at random, 6 that sum them up.
 *
 * <pre>
 *   40 · log2 62 = 238 random bits          sum = CRC-32 of the 40 characters, in base 62
 * </pre>
 *
 * <p>The beginning and the sum let a program that scans for leaked secrets know one for certain, and let a slip of the
 * clipboard be refused without a look into the database.
 */
final class TokenText {

    static final String PREFIX = "plinth_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 40;
    private static final int SUM = 6;
    private static final int SHOWN = PREFIX.length() + 4;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM + SUM) + "}");

    private TokenText() {}

    /** A new one. */
    static String random(RandomGenerator random) {
        StringBuilder body = new StringBuilder(RANDOM);
        for (int i = 0; i < RANDOM; i++) {
            body.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return PREFIX + body + sum(body.toString());
    }

    /** Whether it can be one at all. */
    static boolean isPlausible(String text) {
        return FORM.matcher(text).matches()
                && text.endsWith(sum(text.substring(PREFIX.length(), PREFIX.length() + RANDOM)));
    }

    /** What may be shown of it for ever: 24 of its random bits. */
    static String beginning(String token) {
        return token.substring(0, SHOWN);
    }

    private static String sum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long left = crc.getValue();
        char[] digits = new char[SUM];
        for (int i = SUM - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (left % DIGITS.length()));
            left /= DIGITS.length();
        }
        return new String(digits);
    }
}
