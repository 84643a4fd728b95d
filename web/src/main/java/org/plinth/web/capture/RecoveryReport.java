package org.plinth.web.capture;

import java.time.Instant;
import java.util.List;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;

/**
 * What was found at start: recordings that were cut off, journals that nothing names, and recordings without a journal.
 *
 * @param at when it was looked
 * @param recovered recordings that were cut off and what was saved of them
 * @param orphans journals without a recording in the database: offered, never dropped
 * @param missing recordings whose journal is not there or cannot be read
 */
public record RecoveryReport(Instant at, List<Recovered> recovered, List<Orphan> orphans, List<Missing> missing) {

    /** Copies the lists. */
    public RecoveryReport {
        recovered = List.copyOf(recovered);
        orphans = List.copyOf(orphans);
        missing = List.copyOf(missing);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return recovered.isEmpty() && orphans.isEmpty() && missing.isEmpty();
    }

    /**
     * A recording that was cut off.
     *
     * @param recording as it stands now
     * @param patient whose
     * @param packets packets that its journal held
     * @param efforts efforts found in them, stored as candidates or excluded with the finder's reason
     * @param tornBytes bytes at the end of the journal that were no whole record, and were cut off
     */
    public record Recovered(Recording recording, Id<Patient> patient, long packets, int efforts, long tornBytes) {}

    /**
     * A journal that nothing names.
     *
     * @param recording id in its header, which is also its file's name
     * @param bytes its length
     */
    public record Orphan(Id<Recording> recording, long bytes) {}

    /**
     * A recording without a readable journal.
     *
     * @param recording as it stands in the database
     * @param reason what is wrong, as a key of the text catalogue
     */
    public record Missing(Recording recording, String reason) {}
}
