package org.plinth.driver.link.bridge;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A notification on its way from a browser: u8 version, u8 slot, u16 zero, u32 sequence, i64 µs of arrival on the
 * browser's monotonic clock, 16 bytes characteristic, the bytes. Big endian.
 *
 * @param slot 0 to 3
 * @param seq counts the packets of a slot from 0
 * @param browserMicros when the browser got it [µs]
 * @param characteristic where it came from
 * @param bytes the payload
 */
@SuppressWarnings("ArrayRecordComponent") // one array per radio packet; copying it again would only make garbage
public record BridgePacket(int slot, long seq, long browserMicros, UUID characteristic, byte[] bytes) {

    /** Version of the format. */
    public static final int VERSION = 1;

    private static final int HEAD = 1 + 1 + 2 + 4 + 8 + 16;

    /** A notification has at most 512 bytes. */
    private static final int LONGEST = 512;

    /**
     * Reads a message.
     *
     * @throws BridgeFault if it is none
     */
    public static BridgePacket decode(byte[] message) {
        if (message.length < HEAD || message.length > HEAD + LONGEST || message[0] != VERSION) {
            throw new BridgeFault("no packet of version " + VERSION + " with " + message.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(message).position(1);
        int slot = in.get() & 0xFF;
        in.getShort();
        long seq = Integer.toUnsignedLong(in.getInt());
        long micros = in.getLong();
        UUID characteristic = new UUID(in.getLong(), in.getLong());
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return new BridgePacket(slot, seq, micros, characteristic, bytes);
    }

    /** The message. */
    public byte[] encode() {
        return ByteBuffer.allocate(HEAD + bytes.length)
                .put((byte) VERSION)
                .put((byte) slot)
                .putShort((short) 0)
                .putInt((int) seq)
                .putLong(browserMicros)
                .putLong(characteristic.getMostSignificantBits())
                .putLong(characteristic.getLeastSignificantBits())
                .put(bytes)
                .array();
    }

    /** What it weighs against the limit of what may wait. */
    int weight() {
        return HEAD + bytes.length;
    }
}
