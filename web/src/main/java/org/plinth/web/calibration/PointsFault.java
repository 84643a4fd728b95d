package org.plinth.web.calibration;

import java.util.Locale;

/** What can be wrong with a file of calibration points before its numbers are looked at. */
public enum PointsFault {
    /** Nothing has that name, or it is a folder, or may not be read. */
    UNREADABLE,
    /** Larger than any calibration. */
    TOO_LARGE,
    /** No line, or no line below the header. */
    EMPTY,
    /** A quote that never ends, or bytes that are no text. */
    MALFORMED,
    /** No column for the load. */
    NO_LOAD_COLUMN,
    /** A column for the mass and one for the force. */
    TWO_LOAD_COLUMNS,
    /** No column for the reading. */
    NO_READING_COLUMN,
    /** Two columns with one meaning. */
    REPEATED_COLUMN,
    /** A column that means nothing here. */
    UNKNOWN_COLUMN,
    /** A cell that is missing. */
    BLANK,
    /** A cell that is no number. */
    NOT_A_NUMBER,
    /** A load below 0 or beyond what can hang. */
    BAD_LOAD,
    /** A run that is no whole number from 1. */
    BAD_RUN,
    /** A direction that is neither up nor down. */
    BAD_DIRECTION,
    /** A held load without its time. */
    CREEP_WITHOUT_TIME,
    /** A row with more cells than there are columns. */
    RAGGED_ROW;

    /** Key of the sentence in the catalogue. */
    String textKey() {
        return "calibration.points." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
