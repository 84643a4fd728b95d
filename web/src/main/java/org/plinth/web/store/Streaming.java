package org.plinth.web.store;

/** Makes a connection give rows as they are found, for results too large to hold. */
@FunctionalInterface
interface Streaming {

    /** On before the query, off when its last row was read. */
    void set(boolean on);
}
