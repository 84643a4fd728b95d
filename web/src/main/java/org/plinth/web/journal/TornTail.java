package org.plinth.web.journal;

/**
 * What stands behind the last good record of a journal.
 *
 * @param atByte where it begins
 * @param length in bytes
 * @param sequence that the first record there should have
 * @param reason why that record is not good
 */
public record TornTail(long atByte, long length, long sequence, Reason reason) {

    /** Why a record is not good. */
    public enum Reason {
        /** The file ends inside it: the process or the machine stopped here. */
        CUT_SHORT,
        /** Its length cannot be. */
        BAD_LENGTH,
        /** Its checksum is wrong. */
        BAD_CHECKSUM,
        /** Its number does not follow. */
        BAD_SEQUENCE,
        /** Its type or reserved bytes are unknown. */
        BAD_TYPE,
        /** Its seal does not open: altered, or another key. */
        BAD_SEAL,
        /** Something follows CLOSE. */
        AFTER_CLOSE
    }
}
