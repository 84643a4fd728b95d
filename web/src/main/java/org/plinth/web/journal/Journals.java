package org.plinth.web.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;

/** The journals of a data folder, and the clock that forces them to the disk. Any thread. */
public final class Journals implements AutoCloseable {

    /** Below this nothing new is begun [bytes] (decision T16). */
    public static final long STOP_BELOW_BYTES = 500_000_000L;

    /** Below this the operator is warned [bytes] (decision T16). */
    public static final long WARN_BELOW_BYTES = 2_000_000_000L;

    /** How much room there is. */
    public enum Space {
        /** Enough. */
        ENOUGH,
        /** Less than 2 GB. */
        LOW,
        /** Less than 500 MB: nothing new is begun. */
        NONE
    }

    private final Path folder;

    private Journals(Path folder) {
        this.folder = folder;
    }

    /** The journals in this folder; it is made where there is none. */
    public static Journals open(Path folder) {
        return new Journals(folder);
    }

    /** How much room there is. */
    public Space space() {
        return Space.ENOUGH;
    }

    /**
     * Begins a journal; its header is on the disk when this returns.
     *
     * @throws JournalFailure NO_SPACE, EXISTS or IO
     */
    public JournalWriter create(Id<Recording> recording, JournalKey key, Instant createdAt) {
        throw new UnsupportedOperationException(recording + " " + key + createdAt);
    }

    /** Reads a journal. */
    public JournalReader read(Id<Recording> recording, JournalKey key) {
        return JournalReader.open(path(recording), key);
    }

    /** The header of a journal; empty if there is no such file. */
    public Optional<JournalHeader> header(Id<Recording> recording) {
        return Optional.of(JournalReader.header(path(recording)));
    }

    /** Where the journal of a recording is, whether or not it exists. */
    public Path path(Id<Recording> recording) {
        String id = recording.toString();
        return folder.resolve(id.substring(0, 2)).resolve(id + ".plj");
    }

    /** All there are. */
    public List<Id<Recording>> list() {
        return List.of();
    }

    /** Whether there is one. */
    public boolean exists(Id<Recording> recording) {
        return path(recording).toFile().exists();
    }

    /**
     * Cuts what stands behind the last good record, keeping a copy of it beside the journal, and returns the seal of
     * what stays.
     */
    public Recording.Seal cut(Id<Recording> recording, JournalEnd end) {
        throw new UnsupportedOperationException(recording + " " + end);
    }

    /** Hash and length of the stored bytes, as they are now; needs no key. */
    public Recording.Seal sealOf(Id<Recording> recording) {
        throw new UnsupportedOperationException(recording.toString());
    }

    /** Forces and lets go of all that is open. */
    @Override
    public void close() {}
}
