package org.plinth.web.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database with AES-256-GCM; whose they are is authenticated with them, so that a sealed secret cannot be
 * moved to another person. Any thread.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    /**
     * With this key.
     *
     * @param key 32 bytes, of this purpose alone
     * @param random secure source of nonces
     */
    public Seal(byte[] key, RandomGenerator random) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Nonce, sealed bytes and tag, Base64. */
    public String seal(byte[] secret, String whose) {
        return Base64.getEncoder().encodeToString(sealBytes(secret, whose));
    }

    /** Nonce, sealed bytes and tag. */
    public byte[] sealBytes(byte[] secret, String whose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, whose).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The secret; empty if it was altered, is somebody else's, or was sealed with another key. */
    public Optional<byte[]> open(String sealed, String whose) {
        try {
            return openBytes(Base64.getDecoder().decode(sealed), whose);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same of what {@link #sealBytes} gave. */
    public Optional<byte[]> openBytes(byte[] all, String whose) {
        try {
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, whose)
                    .doFinal(all, NONCE_BYTES, Math.max(0, all.length - NONCE_BYTES)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String whose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
