package org.plinth.web.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a header and sealed chunks. Only {@link #finish} writes the last one: what is closed without it has no end. */
final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final BackupHeader.Keys keys;
    private final byte[] content;
    private int filled;
    private int number;
    private long bytes;

    SealedOutput(OutputStream out, BackupHeader header, BackupSecret secret) throws IOException {
        this.out = out;
        this.keys = header.keys(secret);
        this.content = new byte[header.chunkBytes()];
        out.write(header.bytes(keys));
        bytes = BackupHeader.BYTES;
    }

    @Override
    public void write(int one) throws IOException {
        if (filled == content.length) {
            chunk(false);
        }
        content[filled++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == content.length) {
                chunk(false);
            }
            int some = Math.min(left, content.length - filled);
            System.arraycopy(from, at, content, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
    }

    private void chunk(boolean last) throws IOException {
        byte[] frame = Chunks.frame(number++, last, filled);
        byte[] sealed = Chunks.seal(keys, frame, content, filled);
        out.write(frame);
        out.write(sealed);
        bytes += frame.length + sealed.length;
        filled = 0;
    }

    /** Bytes handed on so far. */
    long bytes() {
        return bytes;
    }

    /** The end. */
    void finish() throws IOException {
        chunk(true);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
