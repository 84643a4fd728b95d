package org.plinth.web.store;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Takes the rows of one table, value by value in the order of its columns. What a copy of a database is written to, and
 * what fills one.
 */
public interface Cells {

    /** Another row begins. */
    void row() throws IOException;

    /** NULL. */
    void absent() throws IOException;

    /** Text of any length. */
    void text(String value) throws IOException;

    /** A whole number. */
    void whole(long value) throws IOException;

    /** A number, bit for bit. */
    void real(double value) throws IOException;

    /** Yes or no. */
    void truth(boolean value) throws IOException;

    /** An id. */
    void id(UUID value) throws IOException;

    /** A moment with its offset. */
    void moment(OffsetDateTime value) throws IOException;

    /** A date. */
    void day(LocalDate value) throws IOException;

    /** Bytes. */
    void bytes(byte[] value) throws IOException;
}
