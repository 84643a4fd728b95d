package org.plinth.driver.link.tinyb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Builds a payload: numbers big endian, texts as u16 length and UTF-8. */
public final class PayloadWriter {

    private static final int LONGEST_TEXT = 0xFFFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Empty. */
    public PayloadWriter() {}

    /** One byte. */
    public PayloadWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    /** Two bytes. */
    public PayloadWriter u16(int value) {
        bytes.write(value >>> 8);
        bytes.write(value);
        return this;
    }

    /** Four bytes. */
    public PayloadWriter u32(int value) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
        return this;
    }

    /** Eight bytes. */
    public PayloadWriter u64(long value) {
        bytes.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
        return this;
    }

    /** A text of at most 65 535 bytes; a longer one is cut. */
    public PayloadWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(utf8.length, LONGEST_TEXT);
        u16(length);
        bytes.write(utf8, 0, length);
        return this;
    }

    /** 16 bytes. */
    public PayloadWriter uuid(UUID value) {
        return u64(value.getMostSignificantBits()).u64(value.getLeastSignificantBits());
    }

    /** As they are, to the end. */
    public PayloadWriter rest(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    /** The payload. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
