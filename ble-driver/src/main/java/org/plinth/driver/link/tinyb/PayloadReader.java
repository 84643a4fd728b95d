package org.plinth.driver.link.tinyb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads what a {@link PayloadWriter} built. */
public final class PayloadReader {

    private final ByteBuffer bytes;

    /** Of this payload. */
    public PayloadReader(byte[] payload) {
        bytes = ByteBuffer.wrap(payload);
    }

    /** One byte. */
    public int u8() throws FrameFault {
        need(1);
        return bytes.get() & 0xFF;
    }

    /** Two bytes. */
    public int u16() throws FrameFault {
        need(2);
        return bytes.getShort() & 0xFFFF;
    }

    /** Four bytes. */
    public int u32() throws FrameFault {
        need(4);
        return bytes.getInt();
    }

    /** Eight bytes. */
    public long u64() throws FrameFault {
        need(8);
        return bytes.getLong();
    }

    /** A text. */
    public String text() throws FrameFault {
        int length = u16();
        need(length);
        byte[] utf8 = new byte[length];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** 16 bytes. */
    public UUID uuid() throws FrameFault {
        long high = u64();
        return new UUID(high, u64());
    }

    /** All that is left. */
    public byte[] rest() {
        byte[] left = new byte[bytes.remaining()];
        bytes.get(left);
        return left;
    }

    private void need(int count) throws FrameFault {
        if (bytes.remaining() < count) {
            throw new FrameFault("a payload ends " + (count - bytes.remaining()) + " bytes too early");
        }
    }
}
