package org.plinth.driver.tindeq;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The device's end of {@link ProgressorCodec}: frames as a Progressor would send them, for the virtual sensor. Pure. */
public final class ProgressorFrames {

    private ProgressorFrames() {}

    /**
     * A packet of samples.
     *
     * @param kgf forces
     * @param stampMicros µs on the device's clock; the low 32 bits are sent
     * @param count how many of them, at most 31
     */
    public static byte[] weights(float[] kgf, long[] stampMicros, int count) {
        byte[] bytes = frame(ProgressorCodec.TYPE_WEIGHT, count * ProgressorCodec.SAMPLE_BYTES);
        ByteBuffer payload = payload(bytes);
        for (int i = 0; i < count; i++) {
            payload.putFloat(kgf[i]).putInt((int) stampMicros[i]);
        }
        return bytes;
    }

    /** A reply to a command. */
    public static byte[] reply(byte[] payload) {
        byte[] bytes = frame(ProgressorCodec.TYPE_REPLY, payload.length);
        payload(bytes).put(payload);
        return bytes;
    }

    /** Battery voltage as a reply [mV]. */
    public static byte[] batteryReply(int millivolts) {
        byte[] bytes = frame(ProgressorCodec.TYPE_REPLY, Integer.BYTES);
        payload(bytes).putInt(millivolts);
        return bytes;
    }

    /** The warning of a low battery. */
    public static byte[] lowPower() {
        return frame(ProgressorCodec.TYPE_LOW_POWER, 0);
    }

    private static byte[] frame(int type, int length) {
        if (length > 0xFF) {
            throw new IllegalArgumentException("a frame holds at most 255 bytes, not " + length);
        }
        byte[] bytes = new byte[ProgressorCodec.HEADER_BYTES + length];
        bytes[0] = (byte) type;
        bytes[1] = (byte) length;
        return bytes;
    }

    private static ByteBuffer payload(byte[] frame) {
        return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).position(ProgressorCodec.HEADER_BYTES);
    }
}
