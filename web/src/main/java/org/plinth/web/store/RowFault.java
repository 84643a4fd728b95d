package org.plinth.web.store;

/**
 * A row of the database that is not what the audit chain says of it.
 *
 * @param table where it stands
 * @param row its id, and the number of its version where it has one
 * @param why what is wrong
 */
public record RowFault(String table, String row, Why why) {

    /** What is wrong. */
    public enum Why {
        /** It says something else than the chain. */
        CHANGED,
        /** The chain knows nothing of it. */
        NOT_IN_CHAIN,
        /** The chain knows it, nobody erased it, and it is not there. */
        MISSING
    }
}
