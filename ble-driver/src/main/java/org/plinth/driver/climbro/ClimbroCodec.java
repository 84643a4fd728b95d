package org.plinth.driver.climbro;

import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameCodec;

/**
 * The byte stream of the Climbro, which runs on over notifications. One thread.
 *
 * <pre>
 *   F0 b    battery, 100 / 118 · (b − 112) %
 *   F5      forces follow, one byte each, whole kgf
 *   F6      36 kgf, whose own byte is taken for something else
 * </pre>
 *
 * <p>Bytes before the first marker belong to what was not heard and are passed over. Source:
 * github.com/Stevie-Ray/hangtime-grip-connect with its tests; read 2026. Not seen on hardware.
 */
final class ClimbroCodec implements FrameCodec {

    private static final int BATTERY = 0xF0;
    private static final int FORCES = 0xF5;
    private static final int THIRTY_SIX = 0xF6;
    private static final int THIRTY_SIX_KGF = 36;
    private static final int EMPTY = 112;
    private static final double STEPS_FULL = 118;
    private static final int FULL_PERCENT = 100;

    private enum Next {
        UNKNOWN,
        BATTERY,
        FORCE
    }

    private Next next = Next.UNKNOWN;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        for (int at = 0; at < bytes.length; at++) {
            int one = Bytes.u8(bytes, at);
            if (next == Next.BATTERY) {
                sink.batteryPercent(percent(one));
                next = Next.UNKNOWN;
            } else if (one == BATTERY) {
                next = Next.BATTERY;
            } else if (one == FORCES) {
                next = Next.FORCE;
            } else if (next == Next.FORCE) {
                force(one, at, sink);
            }
        }
    }

    private static void force(int one, int at, Sink sink) {
        if (one == THIRTY_SIX) {
            sink.value(THIRTY_SIX_KGF);
        } else if (one > BATTERY) {
            sink.malformed("unknown marker " + one, at);
        } else {
            sink.value(one);
        }
    }

    static int percent(int raw) {
        long percent = Math.round(FULL_PERCENT / STEPS_FULL * (raw - EMPTY));
        return (int) Math.max(0, Math.min(FULL_PERCENT, percent));
    }

    @Override
    public void newSegment() {
        next = Next.UNKNOWN;
    }
}
