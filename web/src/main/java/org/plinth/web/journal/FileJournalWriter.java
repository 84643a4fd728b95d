package org.plinth.web.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.plinth.web.clinic.Recording;
import org.plinth.web.hash.Sha256;
import org.plinth.web.journal.JournalFailure.Reason;

/**
 * A journal being written. Appending and forcing have locks of their own, so that a slow disk holds up the one who asked
 * for the disk, not the radio.
 *
 * <p>A {@link RandomAccessFile} and not a channel: an interrupted thread closes a channel, and with it the recording.
 */
final class FileJournalWriter implements JournalWriter {

    private static final int FIRST_CAPACITY_BYTES = 1024;

    private final Path path;
    private final RandomAccessFile file;
    private final JournalCipher cipher;
    private final boolean toDisk;
    private final Consumer<FileJournalWriter> onClose;
    private final MessageDigest digest;
    private final Object forcing = new Object();
    private byte[] plain = new byte[FIRST_CAPACITY_BYTES];
    private byte[] record = new byte[FIRST_CAPACITY_BYTES];
    private ByteBuffer head = ByteBuffer.wrap(record);
    private int sequence;
    private boolean over;
    private boolean released;
    private volatile boolean failed;
    private volatile long packets;
    private volatile long written;
    private volatile long forced;

    /** Where a file stands that is taken over. */
    record Standing(MessageDigest digest, long bytes, int records) {

        /** Just after its header. */
        static Standing after(byte[] header) {
            MessageDigest digest = Sha256.digest();
            digest.update(header);
            return new Standing(digest, header.length, 0);
        }
    }

    /** Takes over a file that is positioned at its end; {@code toDisk} false leaves it to the operating system's cache. */
    FileJournalWriter(
            Path path,
            RandomAccessFile file,
            Standing standing,
            JournalCipher cipher,
            boolean toDisk,
            Consumer<FileJournalWriter> onClose) {
        this.path = path;
        this.file = file;
        this.cipher = cipher;
        this.toDisk = toDisk;
        this.onClose = onClose;
        digest = standing.digest();
        written = standing.bytes();
        forced = standing.bytes();
        sequence = standing.records();
    }

    @Override
    public synchronized void append(RecordType type, long hostNanos, long wallMicros, byte[] payload) {
        room(payload.length);
        System.arraycopy(payload, 0, plain, 0, payload.length);
        write(type, hostNanos, wallMicros, payload.length);
    }

    @Override
    public synchronized void appendPacket(
            RecordType type, long hostNanos, long wallMicros, UUID characteristic, byte[] bytes) {
        int length = JournalFormat.UUID_BYTES + bytes.length;
        room(length);
        JournalFormat.put(ByteBuffer.wrap(plain), characteristic);
        System.arraycopy(bytes, 0, plain, JournalFormat.UUID_BYTES, bytes.length);
        write(type, hostNanos, wallMicros, length);
        if (type == RecordType.IN) {
            long now = packets + 1;
            packets = now;
        }
    }

    private void room(int payloadBytes) {
        if (payloadBytes > JournalFormat.MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("a payload of " + payloadBytes + " bytes is longer than any record");
        }
        int needed =
                JournalFormat.RECORD_HEAD_BYTES + payloadBytes + JournalFormat.TAG_BYTES + JournalFormat.CHECKSUM_BYTES;
        if (record.length < needed) {
            record = new byte[Math.max(needed, 2 * record.length)];
            head = ByteBuffer.wrap(record);
            plain = new byte[record.length];
        }
    }

    private void write(RecordType type, long hostNanos, long wallMicros, int length) {
        if (over || failed) {
            throw new JournalFailure(failed ? Reason.IO : Reason.CLOSED, path.getFileName() + " takes no more records");
        }
        if ((sequence == 0) != (type == RecordType.OPEN)) {
            throw new IllegalArgumentException("record " + sequence + " cannot be " + type);
        }
        int sealed = length + JournalFormat.TAG_BYTES;
        head.clear()
                .putInt(sealed)
                .putInt(type.code() << 24)
                .putInt(sequence)
                .putLong(hostNanos)
                .putLong(wallMicros);
        cipher.seal(sequence, plain, length, record);
        int checked = JournalFormat.RECORD_HEAD_BYTES + sealed;
        head.putInt(checked, JournalFormat.checksum(record, 0, checked));
        toFile(checked + JournalFormat.CHECKSUM_BYTES);
        sequence++;
        over = type == RecordType.CLOSE;
    }

    private void toFile(int bytes) {
        try {
            file.write(record, 0, bytes);
        } catch (IOException e) {
            failed = true;
            throw new JournalFailure("writing " + path.getFileName(), e);
        }
        digest.update(record, 0, bytes);
        long now = written + bytes;
        written = now;
    }

    @Override
    public void forceNow() {
        synchronized (forcing) {
            long upTo = written;
            if (!toDisk || upTo == forced) {
                return;
            }
            try {
                file.getFD().sync();
                forced = upTo;
            } catch (IOException e) {
                failed = true;
                throw new JournalFailure("forcing " + path.getFileName(), e);
            }
        }
    }

    /** Packets of the sensor so far. */
    long packets() {
        return packets;
    }

    /** Bytes that may not be on the disk yet. */
    long unforcedBytes() {
        return toDisk ? Math.max(0, written - forced) : 0;
    }

    /** The group force: a failure is kept for the next append. */
    void forceQuietly() {
        try {
            forceNow();
        } catch (JournalFailure e) {
            failed = true;
        }
    }

    @Override
    public synchronized Recording.Seal seal(long hostNanos, long wallMicros, byte[] closePayload) {
        append(RecordType.CLOSE, hostNanos, wallMicros, closePayload);
        forceNow();
        Recording.Seal seal = new Recording.Seal(HexFormat.of().formatHex(digest.digest()), written);
        release();
        return seal;
    }

    @Override
    public long bytes() {
        return written;
    }

    @Override
    public synchronized void close() {
        if (!released) {
            over = true;
            forceQuietly();
            release();
        }
    }

    private void release() {
        released = true;
        onClose.accept(this);
        synchronized (forcing) {
            try {
                file.close();
            } catch (IOException e) {
                throw new JournalFailure("closing " + path.getFileName(), e);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        }
    }
}
