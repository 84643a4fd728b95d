package org.plinth.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where the files of an export go: a folder or a ZIP archive. One thread. */
public interface ExportSink {

    /** Makes the content of one file. */
    @FunctionalInterface
    interface Writer {

        /** Writes all of it; does not close {@code out}. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Takes one file, whole or not at all.
     *
     * @param name path inside the export with {@code /}, of letters, digits, {@code . _ -}; nothing of a patient in it; not
     *     {@code SHA256SUMS}, which the sink writes at the end
     * @throws IOException if it cannot be kept, or {@code writer} fails
     */
    void file(String name, Writer writer) throws IOException;

    /** Whether this file is already here whole, from an earlier run that was cut off: then it need not be made. */
    default boolean has(String name) {
        return false;
    }

    /** SHA-256 of each file so far by its name, hexadecimal: what a signed manifest lists. */
    Map<String, String> sums();

    /** A short text as a file, UTF-8. */
    default void text(String name, String content) throws IOException {
        file(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
