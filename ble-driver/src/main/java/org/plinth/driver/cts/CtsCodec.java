package org.plinth.driver.cts;

import java.util.Arrays;
import org.plinth.driver.notify.FrameCodec;

/**
 * Frames of the CTS500 and CTS-300, which are split and joined over notifications. One thread.
 *
 * <pre>
 *   acknowledgement   05 op p1 p2 p3 sum          op 81 and above
 *   weight            05 id force(u32 BE, 0.01 kgf) sum      id below 80
 *   typed reply       05 80 op … sum              7 bytes
 *   sum = low byte of the sum of all before it
 * </pre>
 *
 * <p>How a negative force is sent is not known: a number above {@link Integer#MAX_VALUE} is a missing sample. Source:
 * github.com/Stevie-Ray/hangtime-grip-connect with its tests; read 2026. Not seen on hardware.
 */
final class CtsCodec implements FrameCodec {

    private static final int HEAD = 0x05;
    private static final int ACKNOWLEDGEMENT_BYTES = 6;
    private static final int FRAME_BYTES = 7;
    private static final int TYPED = 0x80;
    private static final double STEPS_PER_KGF = 100;

    private byte[] rest = new byte[0];

    @Override
    public void decode(byte[] bytes, Sink sink) {
        byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
        System.arraycopy(bytes, 0, all, rest.length, bytes.length);
        int at = 0;
        boolean lost = false;
        while (at + 1 < all.length && at + length(all, at) <= all.length) {
            if (isFrame(all, at)) {
                take(all, at, sink);
                at += length(all, at);
                lost = false;
            } else {
                if (!lost) {
                    sink.malformed("no frame begins here, or its sum is wrong", at);
                }
                lost = true;
                at++;
            }
        }
        rest = Arrays.copyOfRange(all, at, all.length);
    }

    @Override
    public void newSegment() {
        rest = new byte[0];
    }

    private static int length(byte[] all, int at) {
        return (all[at + 1] & 0xFF) > TYPED ? ACKNOWLEDGEMENT_BYTES : FRAME_BYTES;
    }

    private static boolean isFrame(byte[] all, int at) {
        int last = at + length(all, at) - 1;
        int sum = 0;
        for (int i = at; i < last; i++) {
            sum += all[i];
        }
        return (all[at] & 0xFF) == HEAD && (byte) sum == all[last];
    }

    private static void take(byte[] all, int at, Sink sink) {
        if ((all[at + 1] & 0xFF) >= TYPED) {
            return;
        }
        int steps = (all[at + 2] & 0xFF) << 24
                | (all[at + 3] & 0xFF) << 16
                | (all[at + 4] & 0xFF) << 8
                | (all[at + 5] & 0xFF);
        sink.value(steps < 0 ? Double.NaN : steps / STEPS_PER_KGF);
    }
}
