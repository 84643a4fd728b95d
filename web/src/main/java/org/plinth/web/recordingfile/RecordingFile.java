package org.plinth.web.recordingfile;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one recording from CSV: a line of column names, then one row a sample. Plain or gzip; UTF-8, UTF-16 with a byte
 * order mark or Latin-1; cells parted by comma, semicolon or tab; decimal point or comma. Lines that begin with
 * {@code #} are passed over. Holds 16 bytes a sample, whatever the file's length. One thread for each reading.
 */
public final class RecordingFile {

    private static final int LONGEST_CELL = 1 << 16;
    private static final String SEPARATOR_LINE = "sep=";

    private final Problems problems;
    private final ReadOptions options;

    private RecordingFile(Problems problems, ReadOptions options) {
        this.problems = problems;
        this.options = options;
    }

    /**
     * Reads a file.
     *
     * @throws RecordingFileException if it gives no recording, with the reason, the line and what to do
     */
    public static Recording read(Path file, ReadOptions options) throws RecordingFileException {
        Problems problems = new Problems(file.toString());
        if (Files.isDirectory(file)) {
            throw problems.ofFile(FileFault.IS_DIRECTORY);
        }
        if (Files.notExists(file)) {
            throw problems.ofFile(FileFault.NO_SUCH_FILE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), options);
        } catch (IOException e) {
            throw problems.ofFile(FileFault.UNREADABLE);
        }
    }

    /**
     * Reads a stream, an upload for example.
     *
     * @param in closed by whoever opened it
     * @param displayName what problems call it
     * @throws RecordingFileException as {@link #read(Path, ReadOptions)}
     */
    public static Recording read(InputStream in, String displayName, ReadOptions options)
            throws RecordingFileException {
        return new RecordingFile(new Problems(displayName), options).read(in);
    }

    private Recording read(InputStream in) throws RecordingFileException {
        CsvRow row = new CsvRow();
        try {
            TextSource text = TextSource.open(in, problems);
            try (CsvReader<CsvRow> csv = csv(text, row);
                    CloseableIterator<CsvRow> rows = csv.iterator()) {
                return read(rows, row);
            }
        } catch (CsvParseException e) {
            throw problems.inLine(FileFault.MALFORMED_CSV, row.line());
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause(), row.line());
        } catch (IOException e) {
            throw unreadable(e, row.line());
        }
    }

    private static CsvReader<CsvRow> csv(TextSource text, CsvRow row) {
        return CsvReader.builder()
                .fieldSeparator(separator(text.head()))
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(row, text.reader());
    }

    private RecordingFileException unreadable(@Nullable Throwable cause, long line) {
        if (cause instanceof Unpacked.TooLarge) {
            return problems.inLine(FileFault.UNPACKS_TOO_LARGE, Math.max(line, 1));
        }
        boolean packed = cause instanceof ZipException || cause instanceof EOFException;
        return problems.inLine(packed ? FileFault.DAMAGED_GZIP : FileFault.UNREADABLE, Math.max(line, 1));
    }

    private Recording read(CloseableIterator<CsvRow> rows, CsvRow row) throws RecordingFileException {
        List<ColumnName> header = header(rows, row);
        ColumnChoice columns = ColumnChoice.of(header, row.line(), options, problems);
        TimeAxis axis = axis(columns);
        SampleRows samples = new SampleRows(columns, axis, header.size(), problems);
        row.select(columns);
        long lastLine = row.line();
        while (rows.hasNext()) {
            samples.accept(rows.next());
            lastLine = row.line();
        }
        if (samples.size() == 0) {
            throw problems.inColumn(
                    FileFault.NO_SAMPLES, lastLine, columns.force().name());
        }
        return samples.toRecording();
    }

    private TimeAxis axis(ColumnChoice columns) {
        return columns.time()
                .<TimeAxis>map(
                        time -> new TimeAxis.Column(time.name(), time.timeUnit().orElseThrow()))
                .orElseGet(() -> new TimeAxis.Rate(options.rateHz().orElseThrow()));
    }

    /** The first line that is neither empty nor a spreadsheet's {@code sep=;}. */
    private List<ColumnName> header(CloseableIterator<CsvRow> rows, CsvRow row) throws RecordingFileException {
        while (rows.hasNext()) {
            rows.next();
            if (!row.isEmpty() && !isSeparatorLine(row.names().get(0))) {
                return names(row);
            }
        }
        throw problems.inLine(FileFault.EMPTY, 1);
    }

    private List<ColumnName> names(CsvRow row) throws RecordingFileException {
        List<ColumnName> header = new ArrayList<>();
        boolean numbers = true;
        NumberCell cell = new NumberCell();
        for (String name : row.names().subList(0, row.cells(0))) {
            header.add(ColumnName.parse(header.size(), name));
            cell.read(name.toCharArray(), 0, name.length());
            numbers &= cell.kind() != NumberCell.Kind.TEXT;
        }
        if (numbers) {
            throw problems.inLine(FileFault.MISSING_HEADER, row.line());
        }
        return header;
    }

    /** Semicolon before tab before comma, as the header has them: a header in words holds no decimal comma. */
    private static char separator(String head) {
        String header = head.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .filter(line -> !isSeparatorLine(line))
                .findFirst()
                .orElse("");
        if (header.indexOf(';') >= 0) {
            return ';';
        }
        return header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static boolean isSeparatorLine(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE);
    }
}
