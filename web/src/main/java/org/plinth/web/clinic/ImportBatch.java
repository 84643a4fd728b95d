package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file that somebody sent to be taken in. Its name is not kept, for it may name a patient.
 *
 * @param id opaque
 * @param clinic where
 * @param version of these data, from 1
 * @param kind id of the kind of file
 * @param fileSha256 of its bytes
 * @param fileBytes its length
 * @param state how far it is
 * @param answers what a person said about the file, by question
 * @param rowsSha256 of what was read, which is the same for the same rows saved in another way; empty text before it is in
 * @param taken rows that came in
 * @param leftOut rows that did not
 * @param at when this version was written
 * @param author who wrote this version
 * @param reason why it was taken out again; else empty
 */
public record ImportBatch(
        Id<ImportBatch> id,
        Id<Clinic> clinic,
        int version,
        String kind,
        String fileSha256,
        long fileBytes,
        State state,
        SortedMap<String, String> answers,
        String rowsSha256,
        int taken,
        int leftOut,
        Instant at,
        Id<Account> author,
        String reason) {

    /** How far it is. */
    public enum State {
        /** Looked at; nothing came of it yet. */
        PREVIEW,
        /** Taken in. */
        IN,
        /** Thrown away before it was taken in. */
        DROPPED,
        /** Taken in and out again. */
        UNDONE
    }

    /** Copies the answers. */
    public ImportBatch {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** The same with other answers. */
    public ImportBatch answering(Map<String, String> said) {
        return new ImportBatch(
                id,
                clinic,
                version,
                kind,
                fileSha256,
                fileBytes,
                state,
                new TreeMap<>(said),
                rowsSha256,
                taken,
                leftOut,
                at,
                author,
                reason);
    }

    /** The same, so far. */
    public ImportBatch as(State now) {
        return new ImportBatch(
                id,
                clinic,
                version,
                kind,
                fileSha256,
                fileBytes,
                now,
                answers,
                rowsSha256,
                taken,
                leftOut,
                at,
                author,
                reason);
    }

    /** The same, taken in. */
    public ImportBatch in(String rows, int came, int stayed) {
        return new ImportBatch(
                id,
                clinic,
                version,
                kind,
                fileSha256,
                fileBytes,
                State.IN,
                answers,
                rows,
                came,
                stayed,
                at,
                author,
                reason);
    }
}
