package org.plinth.driver.vernier;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.plinth.driver.notify.Bytes;

/**
 * Commands to Vernier Go Direct sensors, and which answer belongs to which. One thread.
 *
 * <pre>
 *   58 [length u8] [number u8, counts down from FF] [sum u8] [opcode] …
 *   sum = low byte of the sum of all other bytes
 * </pre>
 */
final class GoDirectCommands {

    static final int STATUS = 0x10;
    static final int INFO = 0x55;

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] INIT = HEX.parseHex("1aa54a06490748084709460a450b440c430d420e41");
    private static final byte[] STOP = HEX.parseHex("19ff00ffffffff");
    private static final int HEAD = 0x58;
    private static final int HEADER_BYTES = 4;
    private static final int SUM_AT = 3;
    private static final int OPCODE_AT = 4;
    private static final int NUMBER_AT = 5;
    private static final int PAYLOAD_AT = 6;

    private int number;

    byte[] init() {
        number = 0;
        return frame(INIT);
    }

    /** Force alone, channel 1. */
    byte[] start() {
        return frame(HEX.parseHex("18ff01020000000000000000000000"));
    }

    byte[] stop() {
        return frame(STOP);
    }

    /** Time between two samples [µs]. */
    byte[] period(int micros) {
        byte[] body = HEX.parseHex("1bff000000000000000000");
        for (int i = 0; i < Integer.BYTES; i++) {
            body[3 + i] = (byte) (micros >>> (Byte.SIZE * i));
        }
        return frame(body);
    }

    byte[] disconnect() {
        return frame(new byte[] {0x54});
    }

    byte[] question(int opcode) {
        return frame(new byte[] {(byte) opcode});
    }

    private byte[] frame(byte[] body) {
        byte[] bytes = new byte[HEADER_BYTES + body.length];
        number = (number - 1) & 0xFF;
        bytes[0] = HEAD;
        bytes[1] = (byte) bytes.length;
        bytes[2] = (byte) number;
        System.arraycopy(body, 0, bytes, HEADER_BYTES, body.length);
        int sum = 0;
        for (byte one : bytes) {
            sum += one;
        }
        bytes[SUM_AT] = (byte) sum;
        return bytes;
    }

    /** What an answer to this command holds behind opcode and number; empty if these bytes are none. */
    static Optional<byte[]> answer(byte[] bytes, int opcode, int number) {
        boolean fits = bytes.length > NUMBER_AT
                && Bytes.u8(bytes, 0) != GoDirectCodec.MEASUREMENT
                && Bytes.u8(bytes, 1) == bytes.length
                && Bytes.u8(bytes, OPCODE_AT) == opcode
                && Bytes.u8(bytes, NUMBER_AT) == number;
        return fits ? Optional.of(Arrays.copyOfRange(bytes, PAYLOAD_AT, bytes.length)) : Optional.empty();
    }
}
