package org.plinth.web.recordingfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a compressed file unpacks to, up to a limit: a small file must not be able to take all memory. */
final class Unpacked extends FilterInputStream {

    /** An hour at 1000 Hz in a wide table is less [bytes]. */
    static final long MOST = 64L << 20;

    private long left;

    /** It goes on beyond the limit. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    Unpacked(InputStream in, long most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws TooLarge {
        left -= read;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
