package org.plinth.driver.linescale;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.notify.FrameCodec;

/**
 * Frames of the LineScale 3, 20 bytes of ASCII each. Pure.
 *
 * <pre>
 *   0      status letter
 *   1-6    force, signed decimal, in the unit of byte 15
 *   7      mode letter
 *   8-13   reference zero
 *   14     battery
 *   15     unit: N kN, G kgf, B lbf
 *   16     rate letter
 *   17-18  sum of bytes 0 to 16, modulo 100, two digits
 *   19     CR
 * </pre>
 *
 * <p>The unit can be changed on the sensor at any time, so every frame is turned into newtons by its own unit; an
 * unknown unit is refused. Source: maker's example frame as tested in github.com/cloudkoala/LineScale-3-Logger; read
 * 2026. Not seen on hardware.
 */
final class LineScaleCodec implements FrameCodec {

    private static final int FRAME_BYTES = 20;
    private static final int SUMMED_BYTES = 17;
    private static final int UNIT_AT = 15;
    private static final int SUM_MODULUS = 100;
    private static final double NEWTONS_PER_KILONEWTON = 1000;
    private static final Pattern FORCE = Pattern.compile("[ +-]?\\d{1,5}(\\.\\d{1,4})?");
    private static final int FORCE_FROM = 1;
    private static final int FORCE_TO = 7;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        int at = 0;
        for (; at + FRAME_BYTES <= bytes.length; at += FRAME_BYTES) {
            frame(bytes, at, sink);
        }
        if (at < bytes.length || bytes.length == 0) {
            sink.malformed("a frame has 20 bytes, " + (bytes.length - at) + " are left", at);
        }
    }

    private static void frame(byte[] bytes, int at, Sink sink) {
        String frame = new String(bytes, at, FRAME_BYTES, StandardCharsets.ISO_8859_1);
        if (!frame.substring(SUMMED_BYTES).equals(sum(frame) + "\r")) {
            sink.malformed("the sum is wrong", at + SUMMED_BYTES);
            return;
        }
        Optional<Double> newtonsPerUnit = newtonsPerUnit(frame.charAt(UNIT_AT));
        if (newtonsPerUnit.isEmpty()) {
            sink.malformed("unknown unit", at + UNIT_AT);
            return;
        }
        String force = frame.substring(FORCE_FROM, FORCE_TO);
        Matcher number = FORCE.matcher(force);
        if (number.matches()) {
            sink.value(Double.parseDouble(force.strip()) * newtonsPerUnit.get());
        } else {
            sink.malformed("the force is no number", at + FORCE_FROM);
        }
    }

    private static String sum(String frame) {
        int sum = frame.substring(0, SUMMED_BYTES).chars().sum() % SUM_MODULUS;
        return sum < 10 ? "0" + sum : String.valueOf(sum);
    }

    private static Optional<Double> newtonsPerUnit(char unit) {
        return switch (unit) {
            case 'N' -> Optional.of(NEWTONS_PER_KILONEWTON);
            case 'G' -> Optional.of(ForceUnit.KILOGRAM_FORCE.newtonsPerUnit());
            case 'B' -> Optional.of(ForceUnit.POUND_FORCE.newtonsPerUnit());
            default -> Optional.empty();
        };
    }
}
