package org.plinth.web.integrity;

import org.plinth.web.clinic.Recording;

/**
 * A recording that cannot be recomputed.
 *
 * @param recording which
 * @param reason why
 */
public record Unreadable(Recording recording, Reason reason) {

    /** Why not. */
    public enum Reason {
        /** The patient's key was destroyed: an erasure. */
        KEY_ERASED,
        /** There is no file. */
        MISSING,
        /** The file's SHA-256 or length is not the one that was stored. */
        HASH_MISMATCH,
        /** Something stands behind the last whole record, or not even the first is whole. */
        TORN,
        /** The file is there, but no seal of it was ever stored. */
        NOT_SEALED,
        /** It is no journal, or its header is damaged. */
        NOT_A_JOURNAL,
        /** It was written by a newer Plinth. */
        NEWER_FORMAT,
        /** It was sealed with another key. */
        WRONG_KEY,
        /** The driver that decoded it is not installed, or in another version. */
        WRONG_DRIVER,
        /** The calibration that it names is not stored. */
        NO_CALIBRATION,
        /** The disk does not give the bytes. */
        IO
    }
}
