package org.plinth.web.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose last entry, {@code SHA256SUMS}, has the checksum of each other one, as {@code sha256sum -c} reads it. One thread. */
final class SummedZip {

    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    SummedZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes one entry. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    void text(String name, String text) throws IOException {
        entry(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void entry(String name, Writing writing) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream summed = new DigestOutputStream(new Open(zip), digest);
        writing.to(summed);
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** Writes the checksums and the end of the archive; the stream below stays open. */
    void finish() throws IOException {
        zip.putNextEntry(new ZipEntry("SHA256SUMS"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /** Closing an entry's stream does not close the archive. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
