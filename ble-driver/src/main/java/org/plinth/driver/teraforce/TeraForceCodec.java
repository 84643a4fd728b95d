package org.plinth.driver.teraforce;

import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameCodec;

/** Notifications of the TeraForce: converter counts, i16 BE, any number. Pure. One published description; read 2026. */
final class TeraForceCodec implements FrameCodec {

    @Override
    public void decode(byte[] bytes, Sink sink) {
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            sink.value((short) Bytes.u16be(bytes, at));
        }
        if (bytes.length % 2 != 0) {
            sink.malformed("half a sample at the end", bytes.length - 1);
        }
    }
}
