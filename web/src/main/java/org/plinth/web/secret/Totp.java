package org.plinth.web.secret;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time: {@code HOTP(K, T)} with {@code T = floor(unix seconds / 30)}, HMAC-SHA-1, six digits, as every authenticator
 * has them. Plinth's own few lines instead of vertx-auth-otp: that one reads the machine's clock itself, knows the present step alone and
 * remembers no code that was used (docs/decisions/0061-signing-in.md).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, TOTP</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4226#section-5.3">RFC 4226, HOTP</a>
 */
public final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /** RFC 4226 recommends 160 bits. */
    private static final int SECRET_BYTES = 20;

    private static final int LOW_NIBBLE = 0xf;
    private static final int WITHOUT_SIGN = 0x7fffffff;

    private Totp() {}

    /** A new secret. */
    public static byte[] newSecret(RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** Number of the step of 30 s at this moment. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code that an authenticator shows at this moment. */
    public static String code(byte[] secret, Instant at) {
        return code(secret, step(at), DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & LOW_NIBBLE;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & WITHOUT_SIGN;
        String decimal = Long.toString(truncated);
        String padded = "0".repeat(Math.max(0, digits - decimal.length())) + decimal;
        return padded.substring(padded.length() - digits);
    }

    /**
     * The step whose code this is: the present one, the one before or the one after, so that a clock may be half a minute off.
     *
     * @param usedStep newest step of which a code was taken; it and all before it count no more
     */
    public static OptionalLong matchingStep(byte[] secret, String code, Instant at, long usedStep) {
        byte[] typed = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long now = step(at);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            byte[] right = code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, typed) && step > usedStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /**
     * What an authenticator reads from a QR picture.
     *
     * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>
     */
    public static String link(String issuer, String login, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(login) + "?secret=" + Base32.text(secret)
                + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
