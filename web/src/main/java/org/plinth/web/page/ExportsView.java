package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * What can be taken away.
 *
 * @param what is in the file for this role
 * @param columns each with its meaning
 * @param readingColumns those of the file of readings without a sensor
 * @param captures what is said of captures; empty for a role that finds them at the visits
 * @param recordings the newest, each with its capture
 * @param takes the file for each purpose
 */
public record ExportsView(
        String what,
        List<Column> columns,
        List<Column> readingColumns,
        Optional<String> captures,
        List<RecordingRow> recordings,
        List<Take> takes) {

    /** Copies the lists. */
    public ExportsView {
        columns = List.copyOf(columns);
        readingColumns = List.copyOf(readingColumns);
        recordings = List.copyOf(recordings);
        takes = List.copyOf(takes);
    }

    /**
     * The file for one purpose.
     *
     * @param label of the button
     * @param href of the file
     * @param readingsLabel of the button for readings without a sensor
     * @param readingsHref of that file
     * @param leftOut how many patients are left out, and why; empty where nobody can be
     */
    public record Take(
            String label, String href, String readingsLabel, String readingsHref, Optional<String> leftOut) {}

    /**
     * A recording without a name.
     *
     * @param patient pseudonym, as in the results file
     * @param sensor kind of it
     * @param received samples
     * @param lost samples, or that they cannot be counted
     * @param captureHref its raw data
     */
    public record RecordingRow(String patient, String sensor, String received, String lost, String captureHref) {}

    /**
     * A column of the file.
     *
     * @param name as in the header
     * @param meaning in words, with its unit
     */
    public record Column(String name, String meaning) {}
}
