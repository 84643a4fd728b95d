package org.plinth.web.capture;

/**
 * What a live page hears of one visit: states, and frames of force at most 60 times a second. Listeners are called on the
 * sensor's thread and must hand over at once; nothing they do or throw reaches the record.
 */
public interface LiveFeed {

    /** The newest state. */
    LiveState state();

    /** Begins to listen; the newest state is told at once, on the caller's thread. */
    Subscription subscribe(Listener listener);

    /** Ends listening. Idempotent. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Hears. */
    interface Listener {

        /** New force. */
        void force(LiveFrame frame);

        /** Another state. */
        void state(LiveState state);
    }
}
