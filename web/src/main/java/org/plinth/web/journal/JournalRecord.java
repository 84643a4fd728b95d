package org.plinth.web.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * One record, opened.
 *
 * @param sequence 0 for the first
 * @param type what it is
 * @param hostNanos monotonic clock of the machine [ns]
 * @param wallMicros µs since 1970-01-01 UTC
 * @param payload before sealing
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, written below; the reader makes a fresh array each
public record JournalRecord(long sequence, RecordType type, long hostNanos, long wallMicros, byte[] payload) {

    private static final int UUID_BYTES = 16;

    /** The characteristic of an IN or OUT record. */
    public UUID characteristic() {
        ByteBuffer in = ByteBuffer.wrap(payload, 0, UUID_BYTES);
        return new UUID(in.getLong(), in.getLong());
    }

    /** The bytes of an IN or OUT record, without the characteristic. */
    public byte[] bytes() {
        return Arrays.copyOfRange(payload, UUID_BYTES, payload.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalRecord that
                && sequence == that.sequence
                && type == that.type
                && hostNanos == that.hostNanos
                && wallMicros == that.wallMicros
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence) * 31 + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "JournalRecord[" + sequence + " " + type + ", " + payload.length + " bytes]";
    }
}
