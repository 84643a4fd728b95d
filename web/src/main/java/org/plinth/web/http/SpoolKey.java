package org.plinth.web.http;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals one file that lives as long as one reply: AES-128 in counter mode under a key of its own, which is used once and
 * never leaves memory. It keeps the file from being read later; nobody but this process is meant to read it at all, so it
 * carries no proof that it is unchanged.
 */
final class SpoolKey {

    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key = new byte[KEY_BYTES];

    SpoolKey() {
        RANDOM.nextBytes(key);
    }

    /** What is written goes into {@code file} sealed. */
    OutputStream sealing(OutputStream file) {
        return new CipherOutputStream(file, cipher(Cipher.ENCRYPT_MODE, key, new byte[KEY_BYTES]));
    }

    /** Opens what was sealed, from its beginning, part by part. */
    Cipher opening() {
        return openingAt(0);
    }

    /** Opens what was sealed from this byte on. */
    Cipher openingAt(long offset) {
        // The counter counts blocks, and begins at nought: the key is used for one file.
        ByteBuffer counter = ByteBuffer.allocate(KEY_BYTES).putLong(0).putLong(offset / KEY_BYTES);
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, counter.array());
        cipher.update(new byte[(int) (offset % KEY_BYTES)]);
        return cipher;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] counter) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
