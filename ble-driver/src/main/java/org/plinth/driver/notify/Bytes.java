package org.plinth.driver.notify;

/** Numbers out of packets, by width, sign and byte order. Pure; bounds are the caller's. */
public final class Bytes {

    private static final int BYTE = 0xFF;

    private Bytes() {}

    /** Unsigned 8 bits. */
    public static int u8(byte[] bytes, int at) {
        return bytes[at] & BYTE;
    }

    /** Unsigned 16 bits, big endian. */
    public static int u16be(byte[] bytes, int at) {
        return (bytes[at] & BYTE) << 8 | (bytes[at + 1] & BYTE);
    }

    /** Unsigned 16 bits, little endian. */
    public static int u16le(byte[] bytes, int at) {
        return (bytes[at] & BYTE) | (bytes[at + 1] & BYTE) << 8;
    }

    /** Unsigned 24 bits, big endian. */
    public static int u24be(byte[] bytes, int at) {
        return u16be(bytes, at) << 8 | (bytes[at + 2] & BYTE);
    }

    /** 32 bits, big endian. */
    public static int i32be(byte[] bytes, int at) {
        return u16be(bytes, at) << 16 | u16be(bytes, at + 2);
    }

    /** 32 bits, little endian. */
    public static int i32le(byte[] bytes, int at) {
        return u16le(bytes, at) | u16le(bytes, at + 2) << 16;
    }

    /** A single-precision number, little endian. */
    public static float f32le(byte[] bytes, int at) {
        return Float.intBitsToFloat(i32le(bytes, at));
    }
}
