package org.plinth.web.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The first 104 bytes of a backup ({@code docs/data-format.md} §26).
 *
 * @param source 1 for the master key, 2 for a passphrase
 * @param cost of the passphrase
 * @param chunkBytes greatest length of a chunk's content
 * @param madeAt wall time
 * @param salt of this file alone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared as records
record BackupHeader(int source, BackupSecret.Cost cost, int chunkBytes, Instant madeAt, byte[] salt) {

    static final int VERSION = 1;
    static final int BYTES = 104;
    static final int SALT_BYTES = 32;
    static final int CHUNK_BYTES = 1 << 18;

    private static final int MOST_CHUNK_BYTES = 1 << 24;
    private static final byte[] MAGIC = "PLINTHBK".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM_AT = 68;
    private static final int CODE_AT = 72;
    private static final int VERSION_AT = 8;
    private static final int FRONT_BYTES = 10;

    /** Both keys of a file, and the code that ties every chunk to this header. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as records
    record Keys(SecretKeySpec chunks, byte[] headerCode) {}

    private ByteBuffer front() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .putShort((short) VERSION)
                .put((byte) source)
                .put((byte) 0)
                .putInt(cost.memoryKib())
                .putInt(cost.passes())
                .putInt(cost.lanes())
                .putInt(chunkBytes)
                .putLong(madeAt.toEpochMilli())
                .put(salt);
        CRC32C sum = new CRC32C();
        sum.update(bytes.array(), 0, CHECKSUM_AT);
        return bytes.putInt((int) sum.getValue());
    }

    /** The keys that a secret gives for this header. */
    Keys keys(BackupSecret secret) {
        byte[] key = secret.key(salt, cost);
        byte[] code = hmac(hmac(key, "header".getBytes(StandardCharsets.US_ASCII)), frontBytes());
        return new Keys(new SecretKeySpec(hmac(key, "chunks".getBytes(StandardCharsets.US_ASCII)), "AES"), code);
    }

    private byte[] frontBytes() {
        return Arrays.copyOf(front().array(), CODE_AT);
    }

    /** All of it, as it stands in the file. */
    byte[] bytes(Keys keys) {
        return front().put(keys.headerCode()).array();
    }

    /**
     * Reads a header and the keys for what follows it.
     *
     * @throws BackupFailure if it is no backup, a newer one, damaged, or of another key
     */
    static Opened read(DataInputStream in, SecretOf secrets) throws IOException {
        byte[] bytes = new byte[BYTES];
        try {
            in.readFully(bytes, 0, FRONT_BYTES);
            requireKnown(bytes);
            in.readFully(bytes, FRONT_BYTES, BYTES - FRONT_BYTES);
        } catch (EOFException e) {
            throw new BackupFailure("keep.backup.not-one");
        }
        BackupHeader header = parse(bytes);
        Keys keys = header.keys(secrets.of(header.source()));
        if (!MessageDigest.isEqual(keys.headerCode(), Arrays.copyOfRange(bytes, CODE_AT, BYTES))) {
            throw new BackupFailure(
                    header.source() == BackupSecret.Passphrase.CODE
                            ? "keep.backup.wrong-passphrase"
                            : "keep.backup.wrong-key");
        }
        return new Opened(header, keys);
    }

    /** Gives the secret that a header asks for. */
    @FunctionalInterface
    interface SecretOf {
        BackupSecret of(int source);
    }

    /** A header that was read, and its keys. */
    record Opened(BackupHeader header, Keys keys) {}

    private static void requireKnown(byte[] bytes) {
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BackupFailure("keep.backup.not-one");
        }
        int version = ByteBuffer.wrap(bytes).getShort(VERSION_AT);
        if (version != VERSION) {
            throw new BackupFailure("keep.backup.newer", Integer.toString(version), Integer.toString(VERSION));
        }
    }

    private static BackupHeader parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(FRONT_BYTES);
        int source = in.get();
        in.get();
        BackupSecret.Cost cost = new BackupSecret.Cost(in.getInt(), in.getInt(), in.getInt());
        int chunk = in.getInt();
        Instant madeAt = Instant.ofEpochMilli(in.getLong());
        byte[] salt = new byte[SALT_BYTES];
        in.get(salt);
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, CHECKSUM_AT);
        boolean whole = in.getInt() == (int) sum.getValue();
        boolean known =
                source == BackupSecret.MasterKey.CODE || (source == BackupSecret.Passphrase.CODE && cost.isBearable());
        if (!whole || !known || chunk < 1 || chunk > MOST_CHUNK_BYTES) {
            throw new BackupFailure("keep.backup.header-damaged");
        }
        return new BackupHeader(source, cost, chunk, madeAt, salt);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
