package org.plinth.web.recordingfile;

import java.math.BigDecimal;

/**
 * Turns rows into samples: checks time, leaves out exact repeats, counts blanks. Time 0 is the first row. One thread.
 */
final class SampleRows {

    /** Greatest force that is believed [N]; [assumed]: ten tonnes, several times the strongest limb. */
    static final double MAX_NEWTONS = 100_000;

    /** Beyond this a double no longer counts single µs: 285 years. */
    private static final double MAX_MICROS = 9e15;

    private static final double MICROS_PER_SECOND = 1e6;

    private final SampleColumns samples = new SampleColumns();
    private final ColumnChoice columns;
    private final TimeAxis axis;
    private final int width;
    private final Problems problems;
    private long rows;
    private long blankRows;
    private long blankRowsAtStart;
    private long blankRowsAtEnd;
    private long duplicateRows;
    private long emptyLines;
    private long firstMicros;
    private long lastMicros;
    private double lastNewtons;
    private boolean lastBlank;
    private char decimalMark;

    SampleRows(ColumnChoice columns, TimeAxis axis, int width, Problems problems) {
        this.columns = columns;
        this.axis = axis;
        this.width = width;
        this.problems = problems;
    }

    int size() {
        return samples.size();
    }

    private void countEmptyLines() {
        for (; emptyLines > 0; emptyLines--) {
            skipLine();
        }
    }

    /** The recording; use once. */
    Recording toRecording() {
        if (width == 1) {
            countEmptyLines();
        }
        return new Recording(
                problems.file(),
                samples.toTrace(),
                columns.unit(),
                columns.unitOrigin(),
                columns.force().name(),
                axis,
                lastMicros - firstMicros,
                blankRows,
                blankRowsAtStart,
                blankRowsAtEnd,
                duplicateRows);
    }

    /**
     * Empty lines count as missing samples where rows follow; many files end with some. In a file of one column an empty
     * line is a blank cell wherever it stands.
     */
    void accept(CsvRow row) throws RecordingFileException {
        if (row.isEmpty() && row.cells(width) <= 1) {
            emptyLines++;
            return;
        }
        countEmptyLines();
        if (row.cells(width) != width) {
            throw problems.inLine(
                    FileFault.RAGGED_ROW, row.line(), Integer.toString(row.cells(width)), Integer.toString(width));
        }
        checkCell(row, row.force(), columns.force());
        add(row);
    }

    private void skipLine() {
        if (axis instanceof TimeAxis.Rate rate) {
            lastMicros = micros(rate);
            rows++;
        }
        countBlank();
    }

    private void countBlank() {
        blankRows++;
        blankRowsAtStart += samples.size() == 0 ? 1 : 0;
        blankRowsAtEnd++;
        samples.blank();
    }

    private long micros(TimeAxis.Rate rate) {
        return Math.round(rows * MICROS_PER_SECOND / rate.hertz());
    }

    private void add(CsvRow row) throws RecordingFileException {
        boolean blank = row.force().kind() == NumberCell.Kind.BLANK;
        if (columns.time().isPresent() && blank && row.time().kind() == NumberCell.Kind.BLANK) {
            skipLine();
            return;
        }
        long micros = micros(row);
        double newtons = blank ? 0 : newtons(row);
        if (rows > 0 && isRepeat(row, micros, newtons, blank)) {
            duplicateRows++;
            return;
        }
        firstMicros = rows == 0 ? micros : firstMicros;
        keep(micros, newtons, blank);
    }

    private void keep(long micros, double newtons, boolean blank) {
        rows++;
        lastMicros = micros;
        lastNewtons = newtons;
        lastBlank = blank;
        if (blank) {
            countBlank();
        } else {
            blankRowsAtEnd = 0;
            samples.add(micros - firstMicros, newtons);
        }
    }

    private boolean isRepeat(CsvRow row, long micros, double newtons, boolean blank) throws RecordingFileException {
        if (micros > lastMicros || axis instanceof TimeAxis.Rate) {
            return false;
        }
        if (micros < lastMicros) {
            throw problems.inColumn(
                    FileFault.TIME_BACKWARDS, row.line(), timeName(), seconds(micros), seconds(lastMicros));
        }
        if (blank == lastBlank && newtons == lastNewtons) {
            return true;
        }
        throw problems.inColumn(FileFault.CONFLICTING_STAMPS, row.line(), timeName(), seconds(micros));
    }

    private long micros(CsvRow row) throws RecordingFileException {
        if (axis instanceof TimeAxis.Rate rate) {
            return micros(rate);
        }
        ColumnName column = columns.time().orElseThrow();
        checkCell(row, row.time(), column);
        if (row.time().kind() == NumberCell.Kind.BLANK) {
            throw problems.inColumn(FileFault.TIME_MISSING, row.line(), column.name());
        }
        double micros = row.time().value() * column.timeUnit().orElseThrow().microsPerUnit();
        if (Math.abs(micros) > MAX_MICROS) {
            throw problems.inColumn(FileFault.TIME_OUT_OF_RANGE, row.line(), column.name());
        }
        return Math.round(micros);
    }

    private double newtons(CsvRow row) throws RecordingFileException {
        double newtons = row.force().value() * columns.unit().newtonsPerUnit();
        if (Math.abs(newtons) > MAX_NEWTONS) {
            throw problems.inColumn(
                    FileFault.IMPLAUSIBLE_FORCE,
                    row.line(),
                    columns.force().name(),
                    row.force().value() + " " + columns.unit().symbol());
        }
        return newtons;
    }

    private void checkCell(CsvRow row, NumberCell cell, ColumnName column) throws RecordingFileException {
        if (cell.kind() == NumberCell.Kind.TEXT) {
            throw problems.inColumn(FileFault.NOT_A_NUMBER, row.line(), column.name(), cell.text());
        }
        if (cell.decimalMark() == 0 || cell.decimalMark() == decimalMark) {
            return;
        }
        if (decimalMark != 0) {
            throw problems.inColumn(FileFault.MIXED_DECIMAL_MARKS, row.line(), column.name());
        }
        decimalMark = cell.decimalMark();
    }

    private String timeName() {
        return columns.time().map(ColumnName::name).orElse("");
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
