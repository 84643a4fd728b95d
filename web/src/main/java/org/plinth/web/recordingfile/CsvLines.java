package org.plinth.web.recordingfile;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A table file line by line, whatever it is about: plain or gzip; UTF-8, UTF-16 with a byte order mark or Latin-1; cells parted by
 * semicolon, tab or comma, in that order of preference. One line is held at a time. Pure; any thread.
 */
public final class CsvLines {

    private static final int LONGEST_CELL = 1 << 16;
    private static final int LINES_LOOKED_AT = 20;

    private CsvLines() {}

    /**
     * One line.
     *
     * @param number counted from 1, as an editor shows it; that of its first line where a cell has line breaks
     * @param cells as they stand, without quotes
     */
    public record Line(long number, List<String> cells) {

        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }

        /** Whether no cell holds anything. */
        public boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * Gives every line in order, empty ones too, until the taker has had enough.
     *
     * @param in closed by whoever opened it
     * @param displayName what problems call it
     * @param taker says whether it wants the next one
     * @throws RecordingFileException if it cannot be read as a table
     */
    public static void each(InputStream in, String displayName, Predicate<Line> taker) throws RecordingFileException {
        Problems problems = new Problems(displayName);
        long line = 1;
        try {
            TextSource text = TextSource.open(in, problems);
            try (CsvReader<CsvRecord> csv = csv(text);
                    CloseableIterator<CsvRecord> rows = csv.iterator()) {
                while (rows.hasNext()) {
                    CsvRecord row = rows.next();
                    line = row.getStartingLineNumber();
                    if (!isSeparatorLine(row) && !taker.test(new Line(line, row.getFields()))) {
                        return;
                    }
                }
            }
        } catch (CsvParseException e) {
            throw problems.inLine(FileFault.MALFORMED_CSV, line);
        } catch (UncheckedIOException e) {
            throw unreadable(problems, e.getCause(), line);
        } catch (IOException e) {
            throw unreadable(problems, e, line);
        }
    }

    private static CsvReader<CsvRecord> csv(TextSource text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text.head()))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text.reader());
    }

    private static RecordingFileException unreadable(Problems problems, @Nullable Throwable cause, long line) {
        if (cause instanceof Unpacked.TooLarge) {
            return problems.inLine(FileFault.UNPACKS_TOO_LARGE, line);
        }
        boolean packed = cause instanceof ZipException || cause instanceof EOFException;
        return problems.inLine(packed ? FileFault.DAMAGED_GZIP : FileFault.UNREADABLE, line);
    }

    /** Quoted text does not count: a name may hold a semicolon. */
    private static char separator(String head) {
        String looked = head.lines()
                .limit(LINES_LOOKED_AT)
                .filter(line -> !line.toLowerCase(java.util.Locale.ROOT).startsWith("sep="))
                .map(line -> line.replaceAll("\"[^\"]*\"", ""))
                .reduce("", (all, line) -> all + line + "\n");
        if (looked.indexOf(';') >= 0) {
            return ';';
        }
        return looked.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static boolean isSeparatorLine(CsvRecord row) {
        return row.getStartingLineNumber() == 1
                && row.getField(0).toLowerCase(java.util.Locale.ROOT).startsWith("sep=");
    }
}
