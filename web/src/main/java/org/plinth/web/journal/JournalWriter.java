package org.plinth.web.journal;

import java.util.UUID;
import org.plinth.web.clinic.Recording;

/**
 * Appends to one journal. Any thread; one record at a time.
 *
 * <p>When an {@code append} returns, the operating system has the record: it survives the end of the process. It is on
 * the disk within 250 ms, or when {@link #forceNow} returns.
 */
public interface JournalWriter extends AutoCloseable {

    /**
     * Appends OPEN or EVENT: JSON as UTF-8.
     *
     * @throws JournalFailure if the disk does not take it; nothing may be appended after that
     */
    void append(RecordType type, long hostNanos, long wallMicros, byte[] payload);

    /** Appends IN or OUT: a characteristic and bytes. Copies nothing that the caller keeps. */
    void appendPacket(RecordType type, long hostNanos, long wallMicros, UUID characteristic, byte[] bytes);

    /** Returns when all that was appended is on the disk. */
    void forceNow();

    /** Appends CLOSE, forces, and lets go of the file. */
    Recording.Seal seal(long hostNanos, long wallMicros, byte[] closePayload);

    /** Bytes so far. */
    long bytes();

    /** Lets go of the file without CLOSE: the recording counts as interrupted. Nothing happens after {@link #seal}. */
    @Override
    void close();
}
