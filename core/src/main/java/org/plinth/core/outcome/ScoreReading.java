package org.plinth.core.outcome;

/** What came of reading a score: the score, or why there is none. */
public sealed interface ScoreReading {

    /** What was wrong. */
    enum Field {
        /** The number itself. */
        VALUE,
        /** Which end of the scale is said to be the good one. */
        POLARITY,
        /** Doing what. */
        ACTIVITY,
        /** When it was felt. */
        TIMING,
        /** Of which leg. */
        SIDE,
        /** Sat on what. */
        SURFACE,
        /** Who answered. */
        ANSWERED_BY,
        /** Which language. */
        LANGUAGE
    }

    /** What was wrong with it. */
    enum Reason {
        /** It is no number. */
        NOT_A_NUMBER,
        /** It is less than the least. */
        BELOW_RANGE,
        /** It is more than the most. */
        ABOVE_RANGE,
        /** It lies between two steps. */
        OFF_STEP,
        /** It must be said and was not. */
        MISSING,
        /** The instrument has no such thing. */
        NOT_ASKED,
        /** It has more than {@link Score#LONGEST_ACTIVITY} characters. */
        TOO_LONG,
        /** It holds what is no text, or is no language tag. */
        NOT_TEXT,
        /** The instrument says the contrary. */
        CONTRARY
    }

    /**
     * A score.
     *
     * @param score within range, on a step, with all that it must say
     */
    record Usable(Score score) implements ScoreReading {}

    /**
     * None.
     *
     * @param field what was wrong
     * @param reason why
     * @param min least value of the instrument
     * @param max greatest value of the instrument
     */
    record Refused(Field field, Reason reason, double min, double max) implements ScoreReading {}
}
