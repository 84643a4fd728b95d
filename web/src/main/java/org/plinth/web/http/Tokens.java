package org.plinth.web.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plinth.web.hash.Sha256;

/** Secrets that are held by a browser: 256 random bits as text. Only their hashes are kept here. */
public final class Tokens {

    private static final int BYTES = 32;
    private static final int MOST_CHARACTERS = 64;
    private static final byte[] CSRF = "plinth csrf".getBytes(StandardCharsets.UTF_8);

    private Tokens() {}

    /** A new one. */
    public static String random(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Whether it can be a token at all; what cannot is not worth a look into the database. */
    public static boolean isPlausible(String token) {
        return !token.isEmpty() && token.length() <= MOST_CHARACTERS;
    }

    /** What is kept: SHA-256, 64 hexadecimal digits. */
    public static String hash(String token) {
        return Sha256.hex(token);
    }

    /** The CSRF token of a login: HMAC-SHA256 under its token, so it need not be kept and tells nothing about it. */
    static String csrf(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(CSRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
