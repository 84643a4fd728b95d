package org.plinth.driver.tindeq;

import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Frames of the Tindeq Progressor, both ways. Pure: no Bluetooth, no clock, no state, no garbage.
 *
 * <pre>
 *   device to host   [type u8] [length u8] [payload]       little endian, unsigned
 *     type 00   reply to the one outstanding command; carries no opcode
 *     type 01   n · { f32 force [kgf], u32 µs since the stream started, wraps after 71.6 min }
 *     type 02, 03   peak rate of force; not used
 *     type 04   low battery
 *     type 05, 06   calibration replies of clones; not used
 *   host to device   [opcode u8]
 * </pre>
 *
 * <p>A frame that is shorter than its length byte says gives the complete samples that are there, then a fault: the
 * usual cause is a link whose MTU is below 125 bytes. Sources: vendor's API page (github.com/blims/
 * Tindeq-Progressor-API), github.com/Stevie-Ray/hangtime-grip-connect; one real notification from
 * github.com/rickardenglund/tindeq-cli (MIT); read 2026.
 */
public final class ProgressorCodec {

    /** The service. */
    public static final UUID SERVICE = UUID.fromString("7e4e1701-1ea6-40c9-9dcc-13d34ffead57");
    /** Notifies. */
    public static final UUID DATA = UUID.fromString("7e4e1702-1ea6-40c9-9dcc-13d34ffead57");
    /** Takes commands. */
    public static final UUID CONTROL = UUID.fromString("7e4e1703-1ea6-40c9-9dcc-13d34ffead57");

    /** Zero in the present state; no reply. */
    public static final byte TARE = 0x64;
    /** Start the stream. */
    public static final byte START = 0x65;
    /** Stop the stream. */
    public static final byte STOP = 0x66;
    /** Firmware version, ASCII. */
    public static final byte FIRMWARE = 0x6B;
    /** Battery, u32 LE mV. */
    public static final byte BATTERY = 0x6F;
    /** Device id, u64 LE without trailing zero bytes. */
    public static final byte DEVICE_ID = 0x70;

    /** Bytes of one sample. */
    public static final int SAMPLE_BYTES = 8;
    /** Bytes before the payload. */
    public static final int HEADER_BYTES = 2;
    /** Samples in one notification of the genuine device. */
    public static final int SAMPLES_PER_PACKET = 15;
    /** ATT MTU that such a notification needs: 2 + 15 · 8 bytes and the 3 of ATT. */
    public static final int NEEDED_MTU = 125;

    private static final byte ADD_CALIBRATION_POINT = 0x69;

    static final int TYPE_REPLY = 0;
    static final int TYPE_WEIGHT = 1;
    static final int TYPE_RFD_PEAK = 2;
    static final int TYPE_RFD_SERIES = 3;
    static final int TYPE_LOW_POWER = 4;
    static final int TYPE_CLONE_LAST = 6;

    private ProgressorCodec() {}

    /** What a frame holds, told in order. */
    public interface Sink {

        /** A packet of samples, of which so many are complete. */
        void weights(int declared, int complete);

        /** One sample: µs as an unsigned 32-bit number, force in kgf, perhaps not finite. */
        void weight(long stampMicros, float kgf);

        /** The packet of samples ends. */
        void weightsEnd();

        /** A reply stands in {@code bytes} from {@code from} to before {@code to}. */
        void reply(byte[] bytes, int from, int to);

        /** The battery is low. */
        void lowPower();

        /** A frame that is allowed but not used. */
        void other(int type);

        /** What could not be read, and the byte where. */
        void malformed(String reason, int offset);
    }

    /** Reads one notification, which stands in {@code bytes} from {@code from} to before {@code to}. Never throws for its content. */
    public static void decode(byte[] bytes, int from, int to, Sink sink) {
        if (to - from < HEADER_BYTES) {
            sink.malformed("shorter than its 2-byte header", 0);
            return;
        }
        int type = bytes[from] & 0xFF;
        int length = bytes[from + 1] & 0xFF;
        int there = Math.min(length, to - from - HEADER_BYTES);
        int payload = from + HEADER_BYTES;
        switch (type) {
            case TYPE_WEIGHT -> weights(bytes, payload, length, there, sink);
            case TYPE_REPLY -> sink.reply(bytes, payload, payload + there);
            case TYPE_LOW_POWER -> sink.lowPower();
            default -> other(type, sink);
        }
        if (there < length) {
            sink.malformed("cut short: length byte says " + length + ", " + there + " came", HEADER_BYTES + there);
        } else if (payload + length < to) {
            sink.malformed("bytes after the frame", HEADER_BYTES + length);
        }
    }

    private static void other(int type, Sink sink) {
        if (type > TYPE_CLONE_LAST) {
            sink.malformed("unknown type " + type, 0);
        } else {
            sink.other(type);
        }
    }

    private static void weights(byte[] bytes, int at, int length, int there, Sink sink) {
        int complete = there / SAMPLE_BYTES;
        sink.weights(length / SAMPLE_BYTES, complete);
        for (int i = 0; i < complete; i++) {
            int sample = at + i * SAMPLE_BYTES;
            sink.weight(u32(bytes, sample + 4) & 0xFFFF_FFFFL, Float.intBitsToFloat(u32(bytes, sample)));
        }
        sink.weightsEnd();
        if (length % SAMPLE_BYTES != 0) {
            sink.malformed("length " + length + " is no multiple of 8", 1);
        }
    }

    /**
     * The known load that a calibration command of some clones carries [kgf]: {@code 69} and f32 LE. Read from captures of
     * others; never sent, because it changes a calibration.
     */
    public static OptionalDouble calibrationPoint(byte[] command) {
        boolean fits = command.length == 1 + Float.BYTES && command[0] == ADD_CALIBRATION_POINT;
        return fits ? OptionalDouble.of(Float.intBitsToFloat(u32(command, 1))) : OptionalDouble.empty();
    }

    /** Little-endian 32 bits. */
    static int u32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
