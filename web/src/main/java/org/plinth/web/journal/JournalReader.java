package org.plinth.web.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.plinth.web.journal.JournalFailure.Reason;

/**
 * Reads one journal from the start, record by record, for as long as length, checksum, sequence and seal hold. One
 * thread. Bytes that are appended after it was opened are not seen.
 */
public final class JournalReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SEQUENCE_AT = 8;

    private final String name;
    private final InputStream in;
    private final JournalHeader header;
    /** Empty where there is no key: then payloads stay sealed. */
    private final Optional<JournalCipher> cipher;

    private final long size;
    private long position = JournalFormat.HEADER_BYTES;
    private int sequence;
    private boolean closed;
    private Optional<JournalEnd> end = Optional.empty();

    private JournalReader(String name, InputStream in, long size, Optional<JournalKey> key) throws IOException {
        this.name = name;
        this.in = in;
        this.size = size;
        header = JournalFormat.header(in.readNBytes(JournalFormat.HEADER_BYTES), name);
        if (key.isPresent() && !header.key().equals(key.get().id())) {
            throw new JournalFailure(Reason.WRONG_KEY, name + " was sealed with key " + header.key());
        }
        cipher = key.map(secret -> new JournalCipher(secret, header.recording()));
    }

    /**
     * Opens a journal.
     *
     * @throws JournalFailure if it is none, is newer than this Plinth, or was sealed by another key
     */
    public static JournalReader open(Path file, JournalKey key) {
        return open(file, Optional.of(key));
    }

    /**
     * Checks header, lengths, numbers and checksums to the end, without a key.
     *
     * @throws JournalFailure if it is no journal, or is newer than this Plinth
     */
    public static JournalEnd check(Path file) {
        try (JournalReader reader = open(file, Optional.empty())) {
            boolean more = true;
            while (more) {
                more = reader.next().isPresent();
            }
            return reader.end();
        }
    }

    private static JournalReader open(Path file, Optional<JournalKey> key) {
        String name = String.valueOf(file.getFileName());
        InputStream in = stream(file, name);
        try {
            return new JournalReader(name, in, Files.size(file), key);
        } catch (IOException e) {
            closeAfter(in, e);
            throw new JournalFailure("reading " + name, e);
        } catch (JournalFailure e) {
            closeAfter(in, e);
            throw e;
        }
    }

    /** The header of a journal, which needs no key. */
    public static JournalHeader header(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = stream(file, name)) {
            return JournalFormat.header(in.readNBytes(JournalFormat.HEADER_BYTES), name);
        } catch (IOException e) {
            throw new JournalFailure("reading " + name, e);
        }
    }

    private static InputStream stream(Path file, String name) {
        try {
            return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        } catch (NoSuchFileException e) {
            throw new JournalFailure(Reason.NOT_FOUND, name);
        } catch (IOException e) {
            throw new JournalFailure("opening " + name, e);
        }
    }

    private static void closeAfter(InputStream in, Exception cause) {
        try {
            in.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The header. */
    public JournalHeader header() {
        return header;
    }

    /** The next good record; empty at the end. */
    public Optional<JournalRecord> next() {
        if (end.isPresent()) {
            return Optional.empty();
        }
        try {
            return record();
        } catch (IOException e) {
            throw new JournalFailure("reading record " + sequence + " of " + name, e);
        }
    }

    private Optional<JournalRecord> record() throws IOException {
        if (position == size) {
            return finish(Optional.empty());
        }
        if (closed) {
            return torn(TornTail.Reason.AFTER_CLOSE);
        }
        byte[] head = in.readNBytes(JournalFormat.RECORD_HEAD_BYTES);
        if (head.length < JournalFormat.RECORD_HEAD_BYTES) {
            return torn(TornTail.Reason.CUT_SHORT);
        }
        int sealed = ByteBuffer.wrap(head).getInt();
        if (sealed < JournalFormat.TAG_BYTES || sealed > JournalFormat.MAX_PAYLOAD_BYTES + JournalFormat.TAG_BYTES) {
            return torn(TornTail.Reason.BAD_LENGTH);
        }
        byte[] bytes = new byte[JournalFormat.RECORD_HEAD_BYTES + sealed + JournalFormat.CHECKSUM_BYTES];
        System.arraycopy(head, 0, bytes, 0, head.length);
        int rest = bytes.length - head.length;
        if (in.readNBytes(bytes, head.length, rest) < rest) {
            return torn(TornTail.Reason.CUT_SHORT);
        }
        return checked(bytes, sealed);
    }

    private Optional<JournalRecord> checked(byte[] bytes, int sealed) {
        ByteBuffer view = ByteBuffer.wrap(bytes);
        int checkedBytes = bytes.length - JournalFormat.CHECKSUM_BYTES;
        if (view.getInt(checkedBytes) != JournalFormat.checksum(bytes, 0, checkedBytes)) {
            return torn(TornTail.Reason.BAD_CHECKSUM);
        }
        Optional<RecordType> type = RecordType.of(bytes[4]);
        boolean reservedIsZero = bytes[5] == 0 && bytes[6] == 0 && bytes[7] == 0;
        if (type.isEmpty() || !reservedIsZero || (type.get() == RecordType.OPEN) != (sequence == 0)) {
            return torn(TornTail.Reason.BAD_TYPE);
        }
        if (view.getInt(SEQUENCE_AT) != sequence) {
            return torn(TornTail.Reason.BAD_SEQUENCE);
        }
        return opened(type.get(), bytes, sealed, view);
    }

    private Optional<JournalRecord> opened(RecordType type, byte[] bytes, int sealed, ByteBuffer view) {
        byte[] payload;
        try {
            payload = cipher.isPresent() ? cipher.get().open(sequence, bytes, sealed) : new byte[0];
        } catch (AEADBadTagException e) {
            return torn(TornTail.Reason.BAD_SEAL);
        }
        long hostNanos = view.getLong(12);
        JournalRecord record =
                new JournalRecord(Integer.toUnsignedLong(sequence), type, hostNanos, view.getLong(20), payload);
        position += bytes.length;
        sequence++;
        closed = type == RecordType.CLOSE;
        return Optional.of(record);
    }

    private Optional<JournalRecord> torn(TornTail.Reason reason) {
        return finish(Optional.of(new TornTail(position, size - position, Integer.toUnsignedLong(sequence), reason)));
    }

    private Optional<JournalRecord> finish(Optional<TornTail> tail) {
        end = Optional.of(new JournalEnd(Integer.toUnsignedLong(sequence), position, closed, tail));
        return Optional.empty();
    }

    /** How it ended, once {@link #next} has been empty. */
    public JournalEnd end() {
        return end.orElseThrow(() -> new IllegalStateException("read to the end first"));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new JournalFailure("closing " + name, e);
        }
    }
}
