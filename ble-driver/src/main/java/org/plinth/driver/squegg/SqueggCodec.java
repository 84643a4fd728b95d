package org.plinth.driver.squegg;

import org.plinth.driver.notify.DecimalText;
import org.plinth.driver.notify.FrameCodec;

/**
 * Notifications of the Squegg, 14 bytes, ASCII but for one. Pure.
 *
 * <pre>
 *   0      1
 *   1      digit d: battery 10 · (d + 1) %
 *   2      1 squeezing, 0 idle
 *   3-     force in kgf as decimal text, ends with a byte 00; behind it the number of squeezes
 * </pre>
 *
 * <p>Source: github.com/ForceBTEwithYou/DynamometerHolocron, one description; read 2026. Not seen on hardware.
 */
final class SqueggCodec implements FrameCodec {

    private static final int FRAME_BYTES = 14;
    private static final int BATTERY_AT = 1;
    private static final int PERCENT_PER_STEP = 10;
    private static final int FORCE_AT = 3;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (bytes.length != FRAME_BYTES) {
            sink.malformed("a frame has 14 bytes, this one " + bytes.length, 0);
            return;
        }
        int end = FORCE_AT;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        boolean framed = end > FORCE_AT && end < bytes.length;
        double kgf = framed ? DecimalText.parse(bytes, FORCE_AT, end) : Double.NaN;
        if (Double.isNaN(kgf)) {
            sink.malformed("the force is no number that ends with 00", FORCE_AT);
        } else if (bytes[BATTERY_AT] < '0' || bytes[BATTERY_AT] > '9') {
            sink.malformed("the battery is no digit", BATTERY_AT);
        } else {
            sink.batteryPercent((bytes[BATTERY_AT] - '0' + 1) * PERCENT_PER_STEP);
            sink.value(kgf);
        }
    }
}
