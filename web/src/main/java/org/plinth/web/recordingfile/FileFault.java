package org.plinth.web.recordingfile;

import java.util.Locale;

/** What can be wrong with a recording file. The sentence for people is the text {@link #textKey()}. */
public enum FileFault {
    /** Nothing has that name. */
    NO_SUCH_FILE,
    /** A folder was named. */
    IS_DIRECTORY,
    /** The operating system refuses it. */
    UNREADABLE,
    /** Not a byte, or blank space alone. */
    EMPTY,
    /** Not text. */
    BINARY,
    /** A compressed file that is cut or altered. */
    DAMAGED_GZIP,
    /** A compressed file that unpacks to more than Plinth takes. */
    UNPACKS_TOO_LARGE,
    /** A quote that never ends, a cell without bounds. */
    MALFORMED_CSV,
    /** The first line holds numbers instead of names. */
    MISSING_HEADER,
    /** Names, but no force under them. */
    NO_SAMPLES,
    /** No column tells the time, and no rate was given. */
    NO_TIME_COLUMN,
    /** A rate was given although a column tells the time. */
    TIME_COLUMN_AND_RATE,
    /** The time column does not say s, ms or µs. */
    UNKNOWN_TIME_UNIT,
    /** More than one column tells the time. */
    SEVERAL_TIME_COLUMNS,
    /** No column can be the force. */
    NO_FORCE_COLUMN,
    /** More than one column can be the force. */
    SEVERAL_FORCE_COLUMNS,
    /** The column asked for is not there. */
    NO_SUCH_COLUMN,
    /** The column asked for is there more than once. */
    REPEATED_COLUMN,
    /** Neither header nor option names a unit of force that Plinth knows. */
    UNKNOWN_UNIT,
    /** Header and option name different units. */
    CONTRADICTING_UNIT,
    /** A row has another number of cells than the header. */
    RAGGED_ROW,
    /** A cell is neither a number nor blank. */
    NOT_A_NUMBER,
    /** Decimal points and decimal commas in one file. */
    MIXED_DECIMAL_MARKS,
    /** A force without its time. */
    TIME_MISSING,
    /** Earlier than the row before. */
    TIME_BACKWARDS,
    /** Two rows at one time with different forces. */
    CONFLICTING_STAMPS,
    /** A time beyond what microseconds can count. */
    TIME_OUT_OF_RANGE,
    /** A force that no body part makes. */
    IMPLAUSIBLE_FORCE;

    /** Key of the sentence in the catalogue: what is wrong and what to do. */
    public String textKey() {
        return "recordingfile." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
