package org.plinth.web.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.plinth.web.hash.Sha256;

/** Passes files on and knows the checksum, the size and the number of rows of each. One thread. */
final class SummedSink {

    private final ExportSink sink;
    private final List<File> files = new ArrayList<>();

    /**
     * A file that was passed on.
     *
     * @param name in the export
     * @param sha256 64 hexadecimal digits
     * @param bytes its size
     * @param rows below its header; -1 where it is no table that is counted
     */
    record File(String name, String sha256, long bytes, int rows) {}

    SummedSink(ExportSink sink) {
        this.sink = sink;
    }

    List<File> files() {
        return List.copyOf(files);
    }

    void text(String name, String content) throws IOException {
        file(name, -1, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    void file(String name, int rows, ExportSink.Writer writer) throws IOException {
        ExportSink.Writer summed = out -> {
            Summing summing = new Summing(out);
            writer.to(summing);
            summing.flush();
            files.add(new File(name, HexFormat.of().formatHex(summing.digest.digest()), summing.bytes, rows));
        };
        if (sink.has(name)) {
            // Kept from a run that was cut off: the manifest lists it all the same.
            summed.to(OutputStream.nullOutputStream());
        } else {
            sink.file(name, summed);
        }
    }

    /** Counts and sums what goes through. */
    private static final class Summing extends FilterOutputStream {

        private final MessageDigest digest = Sha256.digest();
        private long bytes;

        Summing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            out.write(some, offset, length);
            digest.update(some, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
