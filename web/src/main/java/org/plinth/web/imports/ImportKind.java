package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.Optional;

/** A kind of file that can be taken in. One class each, and one line in {@link ImportKinds}. Stateless; any thread. */
public interface ImportKind {

    /** Stable, small letters and hyphens; its texts are {@code import.kind.<id>} and {@code import.what.<id>}. */
    String id();

    /** Whether it makes patients rather than values that wait for one. */
    boolean makesPatients();

    /**
     * Reads a file. Changes nothing, asks nobody, and does not fail: whatever is wrong is in what it gives.
     *
     * @param file its bytes
     * @param answers what a person said about it
     * @param today in the clinic's zone; what lies after it has not happened
     */
    Found read(ImportFile file, Answers answers, LocalDate today);

    /** An empty table with the right header and one line of sample data; empty where the form is somebody else's. */
    Optional<String> template();
}
