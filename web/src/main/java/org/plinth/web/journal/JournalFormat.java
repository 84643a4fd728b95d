package org.plinth.web.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.plinth.web.clinic.Id;
import org.plinth.web.journal.JournalFailure.Reason;

/** Offsets of the file, by {@code docs/data-format.md} §1. Big endian. */
final class JournalFormat {

    static final int VERSION = 1;
    static final int HEADER_BYTES = 64;
    /** Before the sealed payload of a record. */
    static final int RECORD_HEAD_BYTES = 28;
    /** After it. */
    static final int CHECKSUM_BYTES = 4;
    /** What sealing adds to a payload. */
    static final int TAG_BYTES = 16;
    /** A characteristic before the bytes of a packet. */
    static final int UUID_BYTES = 16;
    /** No payload is longer; a length beyond it is damage, not a record [bytes]. */
    static final int MAX_PAYLOAD_BYTES = 1 << 20;

    private static final int MAGIC = 0x504C4E4A;
    private static final int CHECKSUM_AT = 60;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private JournalFormat() {}

    static byte[] header(JournalHeader header) {
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES);
        out.putInt(MAGIC).putShort((short) VERSION).putShort((short) HEADER_BYTES);
        put(out, header.recording().value());
        put(out, header.key().value());
        out.putLong(micros(header.createdAt()));
        out.putInt(CHECKSUM_AT, checksum(out.array(), 0, CHECKSUM_AT));
        return out.array();
    }

    static JournalHeader header(byte[] bytes, String name) {
        if (bytes.length < HEADER_BYTES) {
            throw new JournalFailure(Reason.NOT_A_JOURNAL, name + " has only " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt() != MAGIC) {
            throw new JournalFailure(Reason.NOT_A_JOURNAL, name + " does not begin with PLNJ");
        }
        int version = Short.toUnsignedInt(in.getShort());
        if (version > VERSION) {
            throw new JournalFailure(Reason.NEWER_FORMAT, name + " has format " + version + ", known is " + VERSION);
        }
        int length = Short.toUnsignedInt(in.getShort());
        if (version < 1 || length != HEADER_BYTES || in.getInt(CHECKSUM_AT) != checksum(bytes, 0, CHECKSUM_AT)) {
            throw new JournalFailure(Reason.NOT_A_JOURNAL, name + " has a damaged header");
        }
        return new JournalHeader(new Id<>(uuid(in)), new Id<>(uuid(in)), instant(in.getLong()));
    }

    static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    static void put(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS_PER_SECOND + at.getNano() / NANOS_PER_MICRO;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }
}
