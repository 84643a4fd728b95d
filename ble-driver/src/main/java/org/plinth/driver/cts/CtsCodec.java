package org.plinth.driver.cts;

import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameBuffer;
import org.plinth.driver.notify.FrameCodec;

/**
 * Frames of the CTS500 and CTS-300, which are split and joined over notifications. One thread.
 *
 * <pre>
 *   acknowledgement   05 op p1 p2 p3 sum          op 81 and above
 *   weight            05 id force(u32 BE, 0.01 kgf) sum      id below 80
 *   typed reply       05 80 op … sum              7 bytes; op C4: battery, u16 BE at byte 4, 0.01 V
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
    private static final int BATTERY = 0xC4;
    private static final int MILLIVOLTS_PER_STEP = 10;
    private static final double STEPS_PER_KGF = 100;

    private final FrameBuffer waiting = new FrameBuffer();

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (!waiting.add(bytes)) {
            sink.malformed("no frame ends", 0);
        }
        byte[] all = waiting.bytes();
        int at = 0;
        boolean lost = false;
        while (at + 1 < waiting.count() && at + length(all, at) <= waiting.count()) {
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
        waiting.drop(at);
    }

    @Override
    public void newSegment() {
        waiting.clear();
    }

    /** The battery that a notification tells; empty if it tells none. */
    static Optional<byte[]> batteryIn(byte[] notification) {
        for (int at = 0; at + FRAME_BYTES <= notification.length; at++) {
            boolean told = isFrame(notification, at)
                    && Bytes.u8(notification, at + 1) == TYPED
                    && Bytes.u8(notification, at + 2) == BATTERY;
            if (told) {
                return Optional.of(new byte[] {notification[at + 4], notification[at + 5]});
            }
        }
        return Optional.empty();
    }

    /** What {@link #batteryIn} found means. */
    static Optional<BatteryReading> battery(byte[] answer) {
        OptionalInt millivolts = OptionalInt.of(Bytes.u16be(answer, 0) * MILLIVOLTS_PER_STEP);
        return Optional.of(new BatteryReading(millivolts, OptionalInt.empty()));
    }

    private static int length(byte[] all, int at) {
        return Bytes.u8(all, at + 1) > TYPED ? ACKNOWLEDGEMENT_BYTES : FRAME_BYTES;
    }

    private static boolean isFrame(byte[] all, int at) {
        int last = at + length(all, at) - 1;
        if (Bytes.u8(all, at) != HEAD || last >= all.length) {
            return false;
        }
        int sum = 0;
        for (int i = at; i < last; i++) {
            sum += all[i];
        }
        return (byte) sum == all[last];
    }

    private static void take(byte[] all, int at, Sink sink) {
        if (Bytes.u8(all, at + 1) < TYPED) {
            int steps = Bytes.i32be(all, at + 2);
            sink.value(steps < 0 ? Double.NaN : steps / STEPS_PER_KGF);
        }
    }
}
