package org.plinth.driver.griptonite;

import org.plinth.driver.notify.FrameBuffer;
import org.plinth.driver.notify.FrameCodec;

/**
 * Lines of the Griptonite Motherboard, which may be split over notifications. One thread.
 *
 * <pre>
 *   32 hexadecimal digits, LF or CR LF; the 16 bytes that they stand for:
 *     0-1    number of the sample, u16 LE
 *     2-3    battery, raw; its scale is not known
 *     4-6, 7-9, 10-12   converter counts left, centre, right, i24 LE
 *     13-15  not used
 * </pre>
 *
 * <p>Centre and right count downwards under load, so the value here is left − centre − right, in counts. The sensor's
 * own calibration lines, one curve for each of three cells, are not used: the board is calibrated as a whole. A cell at
 * either end of its 24 bits is over range. Other lines are answers to commands and pass. Source:
 * github.com/Stevie-Ray/hangtime-grip-connect with its tests; read 2026. Not seen on hardware.
 */
final class MotherboardCodec implements FrameCodec {

    private static final int LINE_FEED = '\n';
    private static final int CARRIAGE_RETURN = '\r';
    private static final int DIGITS = 32;
    private static final int HEX = 16;
    private static final int LEFT_AT = 8;
    private static final int DIGITS_OF_CELL = 6;
    private static final int GREATEST = 0x7F_FFFF;
    private static final int LEAST = -0x80_0000;
    private static final int SPAN = 0x100_0000;

    private final FrameBuffer waiting = new FrameBuffer();

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (!waiting.add(bytes)) {
            sink.malformed("no line ends", 0);
        }
        int at = 0;
        for (int end = waiting.indexOf(LINE_FEED, at); end >= 0; end = waiting.indexOf(LINE_FEED, at)) {
            line(waiting.bytes(), at, end, sink);
            at = end + 1;
        }
        waiting.drop(at);
    }

    @Override
    public void newSegment() {
        waiting.clear();
    }

    private static void line(byte[] bytes, int from, int lineEnd, Sink sink) {
        int to = lineEnd > from && bytes[lineEnd - 1] == CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
        if (to - from != DIGITS || !isHex(bytes, from, to)) {
            if (isHex(bytes, from, to)) {
                sink.malformed("a line has 32 digits, this one " + (to - from), from);
            }
            return;
        }
        sink.number(little(bytes, from, 2));
        int left = cell(bytes, from + LEFT_AT);
        int centre = cell(bytes, from + LEFT_AT + DIGITS_OF_CELL);
        int right = cell(bytes, from + LEFT_AT + 2 * DIGITS_OF_CELL);
        if (atEnd(left) || atEnd(centre) || atEnd(right)) {
            sink.overRange();
        } else {
            sink.value(left - centre - right);
        }
    }

    private static boolean isHex(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(bytes[i], HEX) < 0) {
                return false;
            }
        }
        return to > from;
    }

    private static int little(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            int high = Character.digit(bytes[from + 2 * i], HEX);
            value = value << 8 | high << 4 | Character.digit(bytes[from + 2 * i + 1], HEX);
        }
        return value;
    }

    private static int cell(byte[] bytes, int from) {
        int raw = little(bytes, from, 3);
        return raw > GREATEST ? raw - SPAN : raw;
    }

    private static boolean atEnd(int counts) {
        return counts == GREATEST || counts == LEAST;
    }
}
