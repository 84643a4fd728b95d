package org.plinth.driver.musclemeter;

import org.plinth.driver.notify.FrameCodec;

/**
 * Notifications of the Muscle Meter V2. Pure.
 *
 * <pre>
 *   60 bytes: { force u16 BE, 0.1 kgf; flags u8 } · 20
 *     flag 01, 02   the display shows kg, lb; the number is kgf all the same
 *     flag 10       compression: negative here
 * </pre>
 *
 * <p>Source: github.com/ForceBTEwithYou/DynamometerHolocron, one reverse-engineered description; read 2026.
 */
final class MuscleMeterCodec implements FrameCodec {

    private static final int PACKET_BYTES = 60;
    private static final int TRIPLET_BYTES = 3;
    private static final int COMPRESSION = 0x10;
    private static final int KNOWN_FLAGS = 0x13;
    private static final double STEPS_PER_KGF = 10;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        for (int at = 0; at + TRIPLET_BYTES <= bytes.length; at += TRIPLET_BYTES) {
            int flags = bytes[at + 2] & 0xFF;
            if ((flags & ~KNOWN_FLAGS) != 0) {
                sink.malformed("unknown flags " + flags, at + 2);
                return;
            }
            double kgf = ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF)) / STEPS_PER_KGF;
            sink.value((flags & COMPRESSION) != 0 ? -kgf : kgf);
        }
        if (bytes.length != PACKET_BYTES) {
            sink.malformed("a packet has 60 bytes, this one " + bytes.length, 0);
        }
    }
}
