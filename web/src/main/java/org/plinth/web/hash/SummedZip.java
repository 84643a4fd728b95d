package org.plinth.web.hash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that knows the checksum of each file in it. Without the time of day: the same files give the same archive. One thread.
 */
public final class SummedZip {

    /** Where the checksums stand, as {@code sha256sum -c} reads them. */
    public static final String SUMS = "SHA256SUMS";

    /** The first day that a ZIP can tell. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Map<String, String> sums = new LinkedHashMap<>();

    /** Into this stream, which stays open. */
    public SummedZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes one file. */
    @FunctionalInterface
    public interface Content {
        /** Into this; whether it is closed makes no difference. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A file with this text. */
    public void text(String name, String text) throws IOException {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A file. */
    public void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EARLIEST);
        zip.putNextEntry(entry);
        MessageDigest digest = Sha256.digest();
        OutputStream summed = new DigestOutputStream(new Unclosed(zip), digest);
        content.writeTo(summed);
        summed.flush();
        zip.closeEntry();
        sums.put(name, Sha256.hex(digest));
    }

    /** Of the files so far, by name, in their order. */
    public Map<String, String> sums() {
        return Collections.unmodifiableMap(sums);
    }

    /** The same as {@code sha256sum} writes them. */
    public String sumLines() {
        return sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** Writes the end of the archive. */
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
