package org.plinth.web.journal;

import static org.plinth.fuzz.Target.require;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.plinth.web.capture.JournalNotes;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.clinic.Id;

/** Journals: damaged as a whole, with good sums and seals around bad content, and the content itself. */
public final class JournalTargets {

    private static final JournalHeader HEADER =
            new JournalHeader(new Id<>(new UUID(1, 2)), new Id<>(new UUID(3, 4)), Instant.EPOCH);
    private static final JournalKey KEY = new JournalKey(HEADER.key(), new byte[32]);
    private static final int MOST_RECORDS = 16;
    private static final Path FILE = temporary();

    private JournalTargets() {}

    public static void file(byte[] data) throws IOException {
        read(data);
    }

    /**
     * Records with the right sums and seals. Each begins with a byte for its type (from 0xF0 on, the head is left unsealed
     * and unsummed), one for its sequence and one for its length.
     */
    public static void record(byte[] data) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(JournalFormat.header(HEADER));
        ByteBuffer in = ByteBuffer.wrap(data);
        for (int sequence = 0; sequence < MOST_RECORDS && in.remaining() >= 3; sequence++) {
            int type = in.get() & 0xFF;
            int shift = in.get();
            byte[] payload = new byte[Math.min(in.get() & 0xFF, in.remaining())];
            in.get(payload);
            file.writeBytes(type >= 0xF0 ? payload : sealed(sequence + shift, (byte) type, payload));
        }
        read(file.toByteArray());
    }

    /** What an OPEN, an EVENT and a CLOSE hold. */
    public static void opening(byte[] data) {
        JournalOpening.parse(data).ifPresent(open -> require(open.test() != null, "an opening without a test"));
        JournalNotes.isEvent(data, "disconnected");
    }

    private static byte[] sealed(int sequence, byte type, byte[] payload) {
        int length = payload.length + JournalFormat.TAG_BYTES;
        byte[] record = new byte[JournalFormat.RECORD_HEAD_BYTES + length + JournalFormat.CHECKSUM_BYTES];
        ByteBuffer head = ByteBuffer.wrap(record);
        head.putInt(length)
                .put(type)
                .put(new byte[3])
                .putInt(sequence)
                .putLong(sequence)
                .putLong(sequence);
        // One cipher seals no sequence twice.
        new JournalCipher(KEY, HEADER.recording()).seal(sequence, payload, payload.length, record);
        int summed = record.length - JournalFormat.CHECKSUM_BYTES;
        head.putInt(summed, JournalFormat.checksum(record, 0, summed));
        return record;
    }

    private static void read(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            JournalEnd unsealed = JournalReader.check(FILE);
            require(unsealed.goodBytes() <= bytes.length, "more good bytes than there are");
            require(Arrays.equals(Files.readAllBytes(FILE), bytes), "reading changed the file");
        } catch (JournalFailure refused) {
            require(refused.getMessage() != null, "refused without words");
            return;
        }
        try (JournalReader reader = JournalReader.open(FILE, KEY)) {
            boolean more = true;
            while (more) {
                more = reader.next().isPresent();
            }
            require(reader.end().goodBytes() <= bytes.length, "more good bytes than there are");
        } catch (JournalFailure refused) {
            require(refused.getMessage() != null, "refused without words");
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("plinth-fuzz", ".plj");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
