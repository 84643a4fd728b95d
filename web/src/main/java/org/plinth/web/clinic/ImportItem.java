package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that came in with a file, and what became of it.
 *
 * @param id opaque
 * @param clinic where
 * @param batch with which file
 * @param number in it, from 1
 * @param version of its state, from 1
 * @param kind of the entry that it is or will be; {@code patient} for a patient
 * @param member number of the file in a ZIP, from 1; 0 for a file by itself
 * @param line where it stood
 * @param contentSha256 what tells it from others; empty text for a patient, and once it is nobody's any more
 * @param curve whether samples are kept with it
 * @param state what became of it
 * @param patient whose it is; empty while nobody has said so
 * @param entry the note that it became
 * @param words what the file says, by name; empty once it was thrown away
 * @param at when this version was written
 * @param author who wrote this version
 * @param reason why, where one was asked
 */
public record ImportItem(
        Id<ImportItem> id,
        Id<Clinic> clinic,
        Id<ImportBatch> batch,
        int number,
        int version,
        String kind,
        int member,
        long line,
        String contentSha256,
        boolean curve,
        State state,
        Optional<Id<Patient>> patient,
        Optional<Id<EpisodeEntry>> entry,
        SortedMap<String, String> words,
        Instant at,
        Id<Account> author,
        String reason) {

    /** Kind of an item that is a patient. */
    public static final String PATIENT = "patient";

    /** What became of it. */
    public enum State {
        /** Waits for somebody to say whose it is. */
        TRAY,
        /** A patient's: a note in an episode, or the patient. */
        ASSIGNED,
        /** Thrown away while it was nobody's. */
        DISCARDED,
        /** Taken out again with its import. */
        TAKEN_BACK
    }

    /** Copies the words. */
    public ImportItem {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    /** The same, hers. */
    public ImportItem of(Id<Patient> whose, Optional<Id<EpisodeEntry>> became) {
        return to(State.ASSIGNED, Optional.of(whose), became);
    }

    /** The same, nobody's again. */
    public ImportItem backInTray() {
        return to(State.TRAY, Optional.empty(), Optional.empty());
    }

    /** The same, gone. */
    public ImportItem gone(State how) {
        return to(how, patient, entry);
    }

    private ImportItem to(State now, Optional<Id<Patient>> whose, Optional<Id<EpisodeEntry>> became) {
        return new ImportItem(
                id,
                clinic,
                batch,
                number,
                version,
                kind,
                member,
                line,
                contentSha256,
                curve,
                now,
                whose,
                became,
                words,
                at,
                author,
                reason);
    }
}
