package org.plinth.web.fhir;

import java.io.IOException;
import java.io.OutputStream;

/** Takes the files of a bulk export, one after another. One thread. */
public interface BulkTarget {

    /** Makes the content of one file. */
    @FunctionalInterface
    interface Content {

        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Takes one file, whole.
     *
     * @throws IOException if it cannot be kept
     */
    void file(String name, Content content) throws IOException;

    /** So many of so many patients are in the file that is being made; ends the work by throwing where nobody waits for it. */
    void progress(long done, long total);
}
