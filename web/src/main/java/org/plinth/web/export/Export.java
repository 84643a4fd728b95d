package org.plinth.web.export;

import java.io.IOException;
import java.util.Set;

/**
 * One thing that can be taken away as a whole: a set of files about a clinic, the same from the command line and from the page. A
 * new one is one class and one line in {@link Exports}.
 *
 * <p>The same data and the same request give the same bytes, file by file: what is not written anew need not be looked at
 * again. Any thread.
 */
public interface Export {

    /** Its name on the command line and in addresses, such as {@code audit}. */
    String id();

    /** Names of the options that it reads; any other is refused before it begins. */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Writes all of its files, one after another, to {@code sink}; neither finishes nor closes it. Memory does not grow with the
     * number of rows.
     *
     * @throws IOException if {@code sink} does, or a file could not be made; what the sink already has stays
     * @throws ExportStopped if nobody waits for it any more
     */
    void write(ExportGround ground, ExportRequest request, ExportSink sink, ExportProgress progress) throws IOException;
}
