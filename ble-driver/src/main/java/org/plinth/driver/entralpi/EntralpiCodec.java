package org.plinth.driver.entralpi;

import org.plinth.driver.notify.FrameCodec;

/**
 * Notifications of the Entralpi plate: force u16 BE in 0.01 kgf. Pure. Source:
 * github.com/Stevie-Ray/hangtime-grip-connect; read 2026. Which characteristic carries it is uncertain.
 */
final class EntralpiCodec implements FrameCodec {

    static final int BYTES = 2;

    private static final double STEPS_PER_KGF = 100;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (bytes.length != BYTES) {
            sink.malformed("a packet has 2 bytes, this one " + bytes.length, 0);
            return;
        }
        sink.value(((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) / STEPS_PER_KGF);
    }
}
