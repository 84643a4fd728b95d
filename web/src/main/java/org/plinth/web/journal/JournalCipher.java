package org.plinth.web.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;

/**
 * Seals and opens the payloads of one recording with AES-256-GCM.
 *
 * <pre>
 *   key   = HKDF-SHA256(patient key, salt = recording id, info = "plinth journal 1")     [32 bytes]
 *   nonce = 8 zero bytes, sequence u32                                                   [12 bytes]
 * </pre>
 *
 * <p>Each recording has a key of its own and a sequence never repeats, so no nonce does. One thread at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
 */
final class JournalCipher {

    private static final byte[] INFO = "plinth journal 1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int SEQUENCE_AT = 8;
    private static final int TAG_BITS = JournalFormat.TAG_BYTES * 8;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] nonce = new byte[NONCE_BYTES];

    JournalCipher(JournalKey patientKey, Id<Recording> recording) {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            ByteBuffer salt = ByteBuffer.allocate(JournalFormat.UUID_BYTES);
            JournalFormat.put(salt, recording.value());
            key = new SecretKeySpec(hkdf(patientKey.secret(), salt.array(), INFO), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM or HMAC-SHA256", e);
        }
    }

    /** HKDF-SHA256 with an output of one block, 32 bytes. */
    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt, "HmacSHA256"));
        byte[] pseudoRandomKey = mac.doFinal(secret);
        mac.init(new SecretKeySpec(pseudoRandomKey, "HmacSHA256"));
        mac.update(info);
        return mac.doFinal(new byte[] {1});
    }

    /** Seals {@code length} bytes of {@code plain} behind the head that stands at the start of {@code record}. */
    void seal(int sequence, byte[] plain, int length, byte[] record) {
        try {
            begin(Cipher.ENCRYPT_MODE, sequence, record);
            cipher.doFinal(plain, 0, length, record, JournalFormat.RECORD_HEAD_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing record " + sequence + " failed", e);
        }
    }

    /** Opens the {@code length} sealed bytes behind the head. */
    byte[] open(int sequence, byte[] record, int length) throws AEADBadTagException {
        try {
            begin(Cipher.DECRYPT_MODE, sequence, record);
            return cipher.doFinal(record, JournalFormat.RECORD_HEAD_BYTES, length);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening record " + sequence + " failed", e);
        }
    }

    private void begin(int mode, int sequence, byte[] record) throws GeneralSecurityException {
        ByteBuffer.wrap(nonce).putInt(SEQUENCE_AT, sequence);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(record, 0, JournalFormat.RECORD_HEAD_BYTES);
    }
}
