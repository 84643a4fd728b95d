package org.plinth.web.journal;

import java.util.Optional;

/** What a record of a journal is. */
public enum RecordType {
    /** The first: what is being recorded and how. */
    OPEN(1),
    /** A packet from the sensor. */
    IN(2),
    /** A command to it, or its reply. */
    OUT(3),
    /** Something that happened. */
    EVENT(4),
    /** The last: why it ended, and the ledger. */
    CLOSE(5);

    private final byte code;

    RecordType(int code) {
        this.code = (byte) code;
    }

    /** The byte in the file. */
    public byte code() {
        return code;
    }

    /** The type with this byte. */
    public static Optional<RecordType> of(byte code) {
        for (RecordType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
