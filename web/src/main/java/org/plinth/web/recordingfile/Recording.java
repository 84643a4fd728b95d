package org.plinth.web.recordingfile;

import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.signal.ForceTrace;

/**
 * One recording as read from a file.
 *
 * @param file the name it was given by
 * @param trace newtons over µs, 0 µs = the first row of the file
 * @param unit of the force column
 * @param unitOrigin how that is known
 * @param column name of the force column
 * @param timeAxis where the times come from
 * @param lastRowMicros time of the last row that has one, from the first row
 * @param blankRows rows without a number for the force: missing samples
 * @param blankRowsAtStart of these, before the first number
 * @param blankRowsAtEnd of these, after the last number
 * @param duplicateRows rows that repeat time and force of the row before, left out
 */
public record Recording(
        String file,
        ForceTrace trace,
        ForceUnit unit,
        UnitOrigin unitOrigin,
        String column,
        TimeAxis timeAxis,
        long lastRowMicros,
        long blankRows,
        long blankRowsAtStart,
        long blankRowsAtEnd,
        long duplicateRows) {}
