package org.plinth.driver.dump;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.plinth.driver.notify.Bytes;

/**
 * One packet of an unknown sensor, read in every plain way, so that a person can see which one moves with the force. None
 * of these numbers is a force: neither unit nor meaning is known. Pure.
 *
 * @param hex the bytes
 * @param ascii the same as text, a point for what is no printable character
 * @param readings from each offset that this packet is long enough for
 */
public record PacketDump(String hex, String ascii, List<Reading> readings) {

    /** Copies the list. */
    public PacketDump {
        readings = List.copyOf(readings);
    }

    /** How bytes are read as a number. */
    public enum Way {
        /** Signed 16 bits, little endian. */
        I16_LE(2),
        /** Signed 16 bits, big endian. */
        I16_BE(2),
        /** Unsigned 16 bits, little endian. */
        U16_LE(2),
        /** Unsigned 16 bits, big endian. */
        U16_BE(2),
        /** Signed 32 bits, little endian. */
        I32_LE(4),
        /** Unsigned 32 bits, big endian. */
        U32_BE(4),
        /** Single precision, little endian; left out where it is no finite number. */
        F32_LE(4);

        private final int width;

        Way(int width) {
            this.width = width;
        }

        private double read(byte[] bytes, int at) {
            return switch (this) {
                case I16_LE -> (short) Bytes.u16le(bytes, at);
                case I16_BE -> (short) Bytes.u16be(bytes, at);
                case U16_LE -> Bytes.u16le(bytes, at);
                case U16_BE -> Bytes.u16be(bytes, at);
                case I32_LE -> Bytes.i32le(bytes, at);
                case U32_BE -> Integer.toUnsignedLong(Bytes.i32be(bytes, at));
                case F32_LE -> Bytes.f32le(bytes, at);
            };
        }
    }

    /**
     * One number.
     *
     * @param offset where its bytes begin
     * @param way how they were read
     * @param value what comes out
     */
    public record Reading(int offset, Way way, double value) {}

    /** Every reading of these bytes. */
    public static PacketDump of(byte[] bytes) {
        List<Reading> readings = new ArrayList<>();
        for (Way way : Way.values()) {
            for (int at = 0; at + way.width <= bytes.length; at++) {
                double value = way.read(bytes, at);
                if (Double.isFinite(value)) {
                    readings.add(new Reading(at, way, value));
                }
            }
        }
        return new PacketDump(HexFormat.of().formatHex(bytes), ascii(bytes), readings);
    }

    /** The numbers of one way at offsets that are whole multiples of its width from {@code from} on: an array. */
    public List<Double> array(Way way, int from) {
        return readings.stream()
                .filter(reading ->
                        reading.way() == way && reading.offset() >= from && (reading.offset() - from) % way.width == 0)
                .map(Reading::value)
                .toList();
    }

    /** One line for people. */
    public String text() {
        StringBuilder line = new StringBuilder(hex).append("  ").append(ascii);
        for (Way way : List.of(Way.I16_LE, Way.I16_BE, Way.U32_BE)) {
            line.append("  ").append(way.name().toLowerCase(Locale.ROOT)).append(array(way, 0));
        }
        return line.toString();
    }

    private static String ascii(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            text.append(one >= ' ' && one < 0x7F ? (char) one : '.');
        }
        return text.toString();
    }
}
