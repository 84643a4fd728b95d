package org.plinth.web.audit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that knows the SHA-256 of each file in it. One thread. */
final class SummedZip {

    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    SummedZip(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Writes one file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = digest();
        OutputStream out = new DigestOutputStream(new Open(zip), digest);
        content.writeTo(out);
        out.flush();
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** All so far, as {@code sha256sum} writes them. */
    String sums() {
        return sums.toString();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Stays open when a writer of one file closes it. */
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
}
