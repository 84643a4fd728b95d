package org.plinth.web.sso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.plinth.web.hash.Sha256;

/** Random texts that nobody can guess, and what is kept of them. */
public final class Secrets {

    private static final int BYTES = 32;

    private Secrets() {}

    /** 256 random bits, base64url. */
    public static String random(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return base64Url(bits);
    }

    /** SHA-256 of a text, base64url: also what PKCE calls S256 (RFC 7636, section 4.2). */
    public static String sha256(String text) {
        return base64Url(Sha256.of(text));
    }

    /** Whether two texts are the same, in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as text without padding. */
    public static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
