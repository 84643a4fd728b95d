package org.plinth.driver.weiheng;

import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameCodec;

/**
 * What the Weiheng WH-C06 sends as manufacturer data of company 0100, without the company's number. Pure.
 *
 * <pre>
 *   0-2    02 03 11
 *   3-8    address
 *   9      01
 *   10-11  force u16 BE, 0.01 kgf
 *   12-13  01 f4; not used
 *   14     low four bits: unit, 1 kg; the others are described in two ways that contradict, so they are refused
 *   15-16  a number whose meaning is not known
 * </pre>
 *
 * <p>Source: github.com/sebws/Crane (MIT), github.com/Stevie-Ray/hangtime-grip-connect; read 2026. Not seen on hardware.
 */
final class CraneScaleCodec implements FrameCodec {

    static final int FRAME_BYTES = 17;

    private static final int FORCE_AT = 10;
    private static final int STATUS_AT = 14;
    private static final int UNIT_BITS = 0x0F;
    private static final int UNIT_KILOGRAM = 1;
    private static final double STEPS_PER_KGF = 100;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (bytes.length < FRAME_BYTES) {
            sink.malformed("a frame has 17 bytes, this one " + bytes.length, bytes.length);
        } else if (!isFrame(bytes)) {
            sink.malformed("a frame begins with 02 03 11", 0);
        } else if ((bytes[STATUS_AT] & UNIT_BITS) != UNIT_KILOGRAM) {
            sink.malformed("unknown unit: set the scale to kilograms", STATUS_AT);
        } else {
            sink.value(Bytes.u16be(bytes, FORCE_AT) / STEPS_PER_KGF);
        }
    }

    /** Whether these bytes begin as its frames do. */
    static boolean isFrame(byte[] bytes) {
        return bytes.length >= FRAME_BYTES && bytes[0] == 2 && bytes[1] == 3 && bytes[2] == 0x11;
    }
}
