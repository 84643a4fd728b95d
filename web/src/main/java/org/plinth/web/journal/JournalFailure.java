package org.plinth.web.journal;

/** A journal could not be written or read. The message names file or record, never content. */
public final class JournalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** The disk does not take or give the bytes. */
        IO,
        /** Less than 500 MB are free: nothing new is begun. */
        NO_SPACE,
        /** There is no such journal. */
        NOT_FOUND,
        /** There is one already. */
        EXISTS,
        /** It does not begin like a journal, or its header is damaged. */
        NOT_A_JOURNAL,
        /** It was written by a newer Plinth. */
        NEWER_FORMAT,
        /** The key is not the one that sealed it. */
        WRONG_KEY,
        /** It was closed: nothing follows CLOSE. */
        CLOSED
    }

    private final Reason reason;

    /** A failure. */
    public JournalFailure(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = reason;
    }

    /** A failure of the disk. */
    public JournalFailure(String message, Throwable cause) {
        super(Reason.IO + ": " + message, cause);
        this.reason = Reason.IO;
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }
}
