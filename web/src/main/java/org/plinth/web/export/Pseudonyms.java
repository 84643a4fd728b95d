package org.plinth.web.export;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.plinth.web.clinic.Id;

/**
 * Stands in for ids in exports.
 *
 * <pre>
 *   pseudonym = first 16 bytes of HMAC-SHA-256(key, kind ‖ ':' ‖ id), in hexadecimal
 * </pre>
 *
 * <p>The same thing has the same pseudonym in every export of an installation; without the key nobody can go back or
 * try ids. A pseudonym is still personal data. One thread.
 */
public final class Pseudonyms {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 16;

    private final Mac mac;

    /** With the installation's key, which never leaves it. */
    public Pseudonyms(SecretKey key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /**
     * The pseudonym of a thing.
     *
     * @param kind keeps a patient and a visit apart: {@code patient}
     * @param id of the thing
     */
    public String of(String kind, Id<?> id) {
        byte[] all = mac.doFinal((kind + ':' + id).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(all, 0, BYTES);
    }
}
