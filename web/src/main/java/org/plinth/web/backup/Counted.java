package org.plinth.web.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read. */
final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        bytes += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int some = super.read(to, offset, length);
        bytes += Math.max(0, some);
        return some;
    }
}
