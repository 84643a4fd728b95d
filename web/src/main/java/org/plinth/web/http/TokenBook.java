package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds as whom a program reads that shows a token. May block. */
public interface TokenBook {

    /** What came of looking for a token. */
    sealed interface Answer {}

    /** It holds. */
    record Holds(Who who) implements Answer {}

    /**
     * It does not.
     *
     * @param why may be told to who shows it: only who held it once learns more than that it is unknown
     */
    record Worthless(Why why) implements Answer {}

    /** Why a token is worth nothing. */
    enum Why {
        /** It is none, or none of this installation. */
        UNKNOWN,
        /** Its time is over. */
        EXPIRED,
        /** Somebody ended it. */
        REVOKED,
        /** Its maker's account was switched off, or has another role now. */
        MAKER
    }

    /** What the text of a token leads to. */
    Answer find(String text, Instant now);

    /** Counts a worthless one from this address; how long it must wait, if there were too many. */
    Optional<Duration> wrong(String address, Instant now);

    /** There are none. */
    TokenBook NONE = new TokenBook() {
        @Override
        public Answer find(String text, Instant now) {
            return new Worthless(Why.UNKNOWN);
        }

        @Override
        public Optional<Duration> wrong(String address, Instant now) {
            return Optional.empty();
        }
    };
}
