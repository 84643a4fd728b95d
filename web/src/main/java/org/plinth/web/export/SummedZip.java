package org.plinth.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose last entry, {@code SHA256SUMS}, has the checksum of each other one, as {@code sha256sum -c} reads it. One thread. */
final class SummedZip {

    /** The first day that a ZIP can tell. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Map<String, String> sums = new LinkedHashMap<>();

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
        zip.putNextEntry(entry(name));
        DigestOutputStream summed = new DigestOutputStream(new Unclosed(zip), digest);
        writing.to(summed);
        zip.closeEntry();
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** Of the entries so far, by name. */
    Map<String, String> sums() {
        return Collections.unmodifiableMap(sums);
    }

    /** Writes the checksums and the end of the archive; the stream below stays open. */
    void finish() throws IOException {
        zip.putNextEntry(entry("SHA256SUMS"));
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            zip.write((sum.getValue() + "  " + sum.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /** Without the time of day: the same files give the same archive. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EARLIEST);
        return entry;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
