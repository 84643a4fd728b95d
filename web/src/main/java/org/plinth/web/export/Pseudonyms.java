package org.plinth.web.export;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.KeyVault;

/**
 * Stands in for an id where a file must not carry it: HMAC-SHA256 under a key of this installation, its first 64 bits. The
 * same id always has the same pseudonym here, and another one in another installation. Still personal data: who has the key
 * can find the person again. Any thread.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 16;

    private final SecretKeySpec key;

    /** Under this key; at least 16 bytes. */
    public Pseudonyms(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the key of pseudonyms must have 16 bytes or more, has " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Of an installation: the same from its pages and from its command line. */
    public static Pseudonyms of(KeyVault keys) {
        return new Pseudonyms(keys.derived("export pseudonyms"));
    }

    /**
     * The pseudonym of an id: {@code P-} or the like, then 16 hexadecimal digits.
     *
     * @param prefix says of what
     */
    public String of(String prefix, Id<?> id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal((prefix + ' ' + id).getBytes(StandardCharsets.UTF_8));
            return prefix + '-' + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
