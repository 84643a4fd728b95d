package org.plinth.web.recordingfile;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * The row that the CSV reader stands at: names while the header is awaited, then the two cells of interest, read in
 * place. The same object for every row. One thread.
 */
final class CsvRow extends CsvCallbackHandler<CsvRow> {

    private static final int NO_COLUMN = -1;

    private final NumberCell force = new NumberCell();
    private final NumberCell time = new NumberCell();
    private final List<String> names = new ArrayList<>();
    private boolean collectsNames = true;
    private int forceIndex = NO_COLUMN;
    private int timeIndex = NO_COLUMN;
    private long line;
    private int cells;
    private int lastFilled;
    private RecordType type = RecordType.DATA;

    /** From the next row on, reads numbers. */
    void select(ColumnChoice columns) {
        forceIndex = columns.force().index();
        timeIndex = columns.time().isPresent() ? columns.time().get().index() : NO_COLUMN;
        collectsNames = false;
    }

    long line() {
        return line;
    }

    /** Cells of the row, blank ones at its end left out where there are more than {@code expected}. */
    int cells(int expected) {
        return cells > expected ? Math.max(expected, lastFilled) : cells;
    }

    /** Whether no cell holds anything. */
    boolean isEmpty() {
        return lastFilled == 0;
    }

    NumberCell force() {
        return force;
    }

    NumberCell time() {
        return time;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        cells = 0;
        lastFilled = 0;
        type = RecordType.DATA;
        names.clear();
        force.clear();
        time.clear();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (!isBlank(buffer, offset, length)) {
            lastFilled = cells + 1;
        }
        if (collectsNames) {
            names.add(new String(buffer, offset, length));
        } else if (cells == forceIndex) {
            force.read(buffer, offset, length);
        } else if (cells == timeIndex) {
            time.read(buffer, offset, length);
        }
        cells++;
    }

    private static boolean isBlank(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!NumberCell.isSpace(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return cells;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }
}
