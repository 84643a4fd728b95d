package org.plinth.driver.vald;

import java.util.HexFormat;

/**
 * Commands to the VALD DynaMo. Pure.
 *
 * <pre>
 *   02 02 [command] [length] [payload] [check] 03        check = low byte of FF − (command + length + payload)
 * </pre>
 */
final class DynaMoFrames {

    static final byte[] VERSION_OR_STOP = of("0400");
    static final byte[] NAME = of("0000");
    static final byte[] HARDWARE = of("1d00");
    static final byte[] ADDRESS = of("1a00");
    static final byte[] CONFIGURATION = of("2400");
    static final byte[] INIT = of("560100");
    static final byte[] KEEP_ALIVE = of("1000");
    static final byte[] CONFIGURE_500_HZ = of("5005f40101e100");
    static final byte[] START = of("5300");

    private static final int AROUND_BYTES = 4;

    private DynaMoFrames() {}

    private static byte[] of(String body) {
        byte[] inner = HexFormat.of().parseHex(body);
        byte[] frame = new byte[inner.length + AROUND_BYTES];
        frame[0] = 2;
        frame[1] = 2;
        int sum = 0;
        for (int i = 0; i < inner.length; i++) {
            frame[2 + i] = inner[i];
            sum += inner[i];
        }
        frame[frame.length - 2] = (byte) (0xFF - sum);
        frame[frame.length - 1] = 3;
        return frame;
    }
}
