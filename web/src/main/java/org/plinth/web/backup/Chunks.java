package org.plinth.web.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * How one chunk is sealed: AES-256-GCM, its number and whether it is the last in the nonce, and the header's code with both
 * and its length authenticated beside it. A chunk therefore opens at its own place in its own file alone.
 */
final class Chunks {

    /** Number (u32), last (u8), length of the content (u32). */
    static final int FRAME_BYTES = 9;

    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int NUMBER_AT = 7;

    private Chunks() {}

    static byte[] frame(int number, boolean last, int length) {
        return ByteBuffer.allocate(FRAME_BYTES)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .putInt(length)
                .array();
    }

    static byte[] seal(BackupHeader.Keys keys, byte[] frame, byte[] content, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, keys, frame).doFinal(content, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The content; throws if it is not what was sealed. */
    static byte[] open(BackupHeader.Keys keys, byte[] frame, byte[] sealed) throws AEADBadTagException {
        try {
            return cipher(Cipher.DECRYPT_MODE, keys, frame).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, BackupHeader.Keys keys, byte[] frame) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(frame, 0, nonce, NUMBER_AT, NONCE_BYTES - NUMBER_AT);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.chunks(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(keys.headerCode());
        cipher.updateAAD(frame);
        return cipher;
    }
}
