package org.plinth.driver.vernier;

import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameBuffer;
import org.plinth.driver.notify.FrameCodec;

/**
 * Answers of Vernier Go Direct sensors, which may be split over notifications. One thread.
 *
 * <pre>
 *   [20 measurement] [length u8] … [type u8 at 4]
 *     type 06   mask u16 LE at 5, count at 7, f32 LE from 9, for each count one number a channel
 *     type 07   mask u32 LE at 5, count at 9, from 11
 *     type 08, 0A   channel at 6, count at 7, f32 LE from 8
 *     type 09, 0B   the same in i32
 *     type 0C, 0D, 0E   start time, dropped, change of period: not used
 *   [anything else] [length u8] … [command at 4] [its number at 5] …   the answer to a command
 * </pre>
 *
 * <p>Force is channel 1, in newtons; other channels are passed over. The sensor sends no time. Source:
 * github.com/VernierST/godirect-js (BSD-3), the maker's own; read 2026. Not seen on hardware.
 */
final class GoDirectCodec implements FrameCodec {

    static final int MEASUREMENT = 0x20;

    private static final int LENGTH_AT = 1;
    private static final int SHORTEST = 5;
    private static final int TYPE_AT = 4;
    private static final int FORCE_CHANNEL = 1;
    private static final int CHANNELS = 32;

    private final FrameBuffer waiting = new FrameBuffer();

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (!waiting.add(bytes)) {
            sink.malformed("no frame ends", 0);
        }
        int at = 0;
        while (waiting.count() - at > LENGTH_AT) {
            int length = Bytes.u8(waiting.bytes(), at + LENGTH_AT);
            if (length < SHORTEST) {
                sink.malformed("a frame of " + length + " bytes", at);
                waiting.clear();
                return;
            }
            if (at + length > waiting.count()) {
                break;
            }
            frame(waiting.bytes(), at, length, sink);
            at += length;
        }
        waiting.drop(at);
    }

    @Override
    public void newSegment() {
        waiting.clear();
    }

    private static void frame(byte[] bytes, int at, int length, Sink sink) {
        if (Bytes.u8(bytes, at) != MEASUREMENT) {
            return;
        }
        int type = Bytes.u8(bytes, at + TYPE_AT);
        int header = headerBytes(type);
        if (header > length) {
            sink.malformed("shorter than its header", at + length);
            return;
        }
        switch (type) {
            case 0x06 -> masked(bytes, at, length, Bytes.u16le(bytes, at + 5), header, sink);
            case 0x07 -> masked(bytes, at, length, Bytes.i32le(bytes, at + 5), header, sink);
            case 0x08, 0x0A -> single(bytes, at, length, true, sink);
            case 0x09, 0x0B -> single(bytes, at, length, false, sink);
            case 0x0C, 0x0D, 0x0E -> {}
            default -> sink.malformed("unknown type " + type, at + TYPE_AT);
        }
    }

    private static int headerBytes(int type) {
        return switch (type) {
            case 0x06 -> 9;
            case 0x07 -> 11;
            case 0x08, 0x09, 0x0A, 0x0B -> 8;
            default -> SHORTEST;
        };
    }

    private static void masked(byte[] bytes, int at, int length, int mask, int header, Sink sink) {
        int count = Bytes.u8(bytes, at + header - 2);
        int channels = Integer.bitCount(mask);
        int before = Integer.bitCount(mask & ((1 << FORCE_CHANNEL) - 1));
        boolean holdsForce = (mask & 1 << FORCE_CHANNEL) != 0;
        if (holdsForce) {
            int complete = Math.min(count, (length - header) / (channels * Float.BYTES));
            for (int i = 0; i < complete; i++) {
                sink.value(Bytes.f32le(bytes, at + header + (i * channels + before) * Float.BYTES));
            }
        }
        checkLength(count * channels, length - header, at + length, sink);
    }

    private static void single(byte[] bytes, int at, int length, boolean real, Sink sink) {
        int channel = Bytes.u8(bytes, at + 6);
        int count = Bytes.u8(bytes, at + 7);
        if (channel >= CHANNELS) {
            sink.malformed("no channel " + channel, at + 6);
            return;
        }
        int complete = channel == FORCE_CHANNEL ? Math.min(count, (length - 8) / Float.BYTES) : 0;
        for (int i = 0; i < complete; i++) {
            int from = at + 8 + i * Float.BYTES;
            sink.value(real ? Bytes.f32le(bytes, from) : Bytes.i32le(bytes, from));
        }
        checkLength(count, length - 8, at + length, sink);
    }

    private static void checkLength(int numbers, int bytesThere, int end, Sink sink) {
        if (numbers * Float.BYTES != bytesThere) {
            sink.malformed(numbers + " numbers in " + bytesThere + " bytes", end);
        }
    }
}
