package org.plinth.driver.linescale;

import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.DecimalText;
import org.plinth.driver.notify.FrameBuffer;
import org.plinth.driver.notify.FrameCodec;

/**
 * Frames of the LineScale 3, 20 bytes of ASCII each, perhaps split or joined over notifications. One thread.
 *
 * <pre>
 *   0      R real time; O overloaded, C at its capacity: no force, over range
 *   1-6    force as displayed, signed decimal, in the unit of byte 15
 *   7      N absolute zero, Z relative zero
 *   8-13   reference of the relative zero
 *   14     battery, (byte − 20 hex) · 2 %
 *   15     unit: N kN, G kgf, B lbf
 *   16     rate: S 10 Hz, F 40 Hz
 *   17-18  sum of bytes 0 to 16, modulo 100, two digits
 *   19     CR
 * </pre>
 *
 * <p>The unit can be changed on the sensor at any time, so every frame is turned into newtons by its own unit; an
 * unknown unit is refused. Source: maker's example frame and command table as given and tested in
 * github.com/cloudkoala/LineScale-3-Logger; read 2026. Not seen on hardware.
 */
final class LineScaleCodec implements FrameCodec {

    private static final int FRAME_BYTES = 20;
    private static final int SUMMED_BYTES = 17;
    private static final int BATTERY_AT = 14;
    private static final int BATTERY_BASE = 0x20;
    private static final int PERCENT_PER_STEP = 2;
    private static final int FULL_PERCENT = 100;
    private static final int UNIT_AT = 15;
    private static final int SUM_MODULUS = 100;
    private static final int FORCE_FROM = 1;
    private static final int FORCE_TO = 7;
    private static final int END = '\r';
    private static final double NEWTONS_PER_KILONEWTON = 1000;

    private final FrameBuffer waiting = new FrameBuffer();

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (!waiting.add(bytes)) {
            sink.malformed("no frame ends", 0);
        }
        int at = 0;
        for (int end = waiting.indexOf(END, at); end >= 0; end = waiting.indexOf(END, at)) {
            int from = end + 1 - FRAME_BYTES;
            if (from < at) {
                sink.malformed("a frame has 20 bytes, " + (end + 1 - at) + " came", at);
            } else {
                if (from > at) {
                    sink.malformed("bytes before the frame", at);
                }
                frame(waiting.bytes(), from, sink);
            }
            at = end + 1;
        }
        waiting.drop(at);
        if (waiting.count() >= FRAME_BYTES) {
            waiting.clear();
            sink.malformed("a frame does not end after 20 bytes", at);
        }
    }

    @Override
    public void newSegment() {
        waiting.clear();
    }

    private static void frame(byte[] bytes, int at, Sink sink) {
        double newtonsPerUnit = newtonsPerUnit(bytes[at + UNIT_AT]);
        if (!sumIsRight(bytes, at)) {
            sink.malformed("the sum is wrong", at + SUMMED_BYTES);
        } else if (newtonsPerUnit == 0) {
            sink.malformed("unknown unit", at + UNIT_AT);
        } else {
            force(bytes, at, newtonsPerUnit, sink);
            int percent = (Bytes.u8(bytes, at + BATTERY_AT) - BATTERY_BASE) * PERCENT_PER_STEP;
            if (percent >= 0 && percent <= FULL_PERCENT) {
                sink.batteryPercent(percent);
            }
        }
    }

    private static void force(byte[] bytes, int at, double newtonsPerUnit, Sink sink) {
        switch (bytes[at]) {
            case 'R' -> {
                double shown = DecimalText.parse(bytes, at + FORCE_FROM, at + FORCE_TO);
                if (Double.isNaN(shown)) {
                    sink.malformed("the force is no number", at + FORCE_FROM);
                } else {
                    sink.value(shown * newtonsPerUnit);
                }
            }
            case 'O', 'C' -> sink.overRange();
            default -> sink.malformed("unknown working mode", at);
        }
    }

    private static boolean sumIsRight(byte[] bytes, int at) {
        int sum = 0;
        for (int i = 0; i < SUMMED_BYTES; i++) {
            sum += Bytes.u8(bytes, at + i);
        }
        int wanted = sum % SUM_MODULUS;
        return bytes[at + SUMMED_BYTES] == '0' + wanted / 10 && bytes[at + SUMMED_BYTES + 1] == '0' + wanted % 10;
    }

    /** 0 for a unit that is not known. */
    private static double newtonsPerUnit(byte unit) {
        return switch (unit) {
            case 'N' -> NEWTONS_PER_KILONEWTON;
            case 'G' -> ForceUnit.KILOGRAM_FORCE.newtonsPerUnit();
            case 'B' -> ForceUnit.POUND_FORCE.newtonsPerUnit();
            default -> 0;
        };
    }
}
