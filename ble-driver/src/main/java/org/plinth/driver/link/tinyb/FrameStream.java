package org.plinth.driver.link.tinyb;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Frames on a pipe: u32 length of what follows, u8 type, u32 sequence, i64 ns, payload, u32 CRC32C of all before; big
 * endian.
 */
public final class FrameStream {

    /** Version of the format. */
    public static final int VERSION = 1;

    /** Longest frame that is read; the longest notification has 512 bytes, a scan some kilobytes. */
    static final int LONGEST = 1 << 20;

    private static final int HEAD = 4 + 1 + 4 + 8;
    private static final int CRC = 4;
    private static final int LEAST = HEAD - 4 + CRC;

    private FrameStream() {}

    /** The bytes of a frame. */
    public static byte[] encode(Frame frame) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + frame.payload().length + CRC);
        bytes.putInt(LEAST + frame.payload().length);
        bytes.put((byte) frame.type()).putInt(frame.seq()).putLong(frame.hostNanos());
        bytes.put(frame.payload());
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, bytes.position());
        bytes.putInt((int) crc.getValue());
        return bytes.array();
    }

    /** Writes one frame and hands it to the system. */
    public static void write(OutputStream out, Frame frame) throws IOException {
        out.write(encode(frame));
        out.flush();
    }

    /**
     * The next frame; empty at the end of the stream.
     *
     * @throws FrameFault if what comes is none
     */
    public static Optional<Frame> read(InputStream in) throws IOException {
        byte[] first = in.readNBytes(4);
        if (first.length == 0) {
            return Optional.empty();
        }
        if (first.length < 4) {
            throw new EOFException("ended within a frame");
        }
        int length = ByteBuffer.wrap(first).getInt();
        if (length < LEAST || length > LONGEST) {
            throw new FrameFault("no frame has " + length + " bytes");
        }
        byte[] rest = new byte[length];
        new DataInputStream(in).readFully(rest);
        CRC32C crc = new CRC32C();
        crc.update(first);
        crc.update(rest, 0, length - CRC);
        ByteBuffer bytes = ByteBuffer.wrap(rest);
        if ((int) crc.getValue() != bytes.getInt(length - CRC)) {
            throw new FrameFault("a frame of " + length + " bytes has the wrong checksum");
        }
        int type = bytes.get() & 0xFF;
        int seq = bytes.getInt();
        long nanos = bytes.getLong();
        byte[] payload = new byte[length - LEAST];
        bytes.get(payload);
        return Optional.of(new Frame(type, seq, nanos, payload));
    }
}
