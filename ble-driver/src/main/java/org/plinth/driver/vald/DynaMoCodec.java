package org.plinth.driver.vald;

import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameCodec;

/**
 * Notifications of the VALD DynaMo. One thread: force is a sum of steps.
 *
 * <pre>
 *   04 d            a step of d · 0.1 N, i8; a status frame may hang on it and is passed over
 *   00 ? ?          once, when the stream begins
 *   02 02 … 03      answers and status: not used
 * </pre>
 *
 * <p>One lost notification shifts every force after it, and nothing in the stream tells; a step of ±12.7 N may have been
 * cut off likewise and counts as over range. Force is trusted only where rest before and after agree, see
 * {@link ZeroCheck}. Source: github.com/ForceBTEwithYou/DynamometerHolocron, one description; read 2026. Not seen on
 * hardware.
 */
final class DynaMoCodec implements FrameCodec {

    private static final int STEP = 0x04;
    private static final int STREAM_BEGINS = 0x00;
    private static final int FRAME = 0x02;
    private static final int HEADER_BYTES = 3;
    private static final int SHORTEST_FRAME = 6;
    private static final int GREATEST_STEP = 127;
    private static final double STEPS_PER_NEWTON = 10;

    private long sum;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        int kind = bytes.length > 0 ? Bytes.u8(bytes, 0) : -1;
        if (kind == STEP && bytes.length >= 2) {
            step(bytes[1], sink);
        } else if (kind == FRAME && bytes.length >= SHORTEST_FRAME && bytes[1] == FRAME) {
            return;
        } else if (kind != STREAM_BEGINS || bytes.length != HEADER_BYTES) {
            sink.malformed("neither a step nor a frame", 0);
        }
    }

    private void step(int step, Sink sink) {
        sum += step;
        if (Math.abs(step) >= GREATEST_STEP) {
            sink.overRange();
        } else {
            sink.value(sum / STEPS_PER_NEWTON);
        }
    }

    @Override
    public void newSegment() {
        sum = 0;
    }
}
