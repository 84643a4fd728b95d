package org.plinth.web.calibration;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plinth.web.hash.Sha256;

/**
 * Reads calibration points from CSV: a line of column names ({@code run,direction,mass_kg|force_N,reading}), then one row a
 * reading. UTF-8; comma, semicolon or tab; decimal comma where cells are parted by another mark. Lines that begin with
 * {@code #} are passed over. All faults are collected. Stateless.
 */
public final class PointsFile {

    private static final long MOST_BYTES = 4L << 20;

    private PointsFile() {}

    /** What the file holds, or why it holds nothing. */
    public static Points read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Points.unusable(PointsProblem.ofFile(PointsFault.UNREADABLE));
            }
            if (Files.size(file) > MOST_BYTES) {
                return Points.unusable(PointsProblem.ofFile(PointsFault.TOO_LARGE));
            }
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            return Points.unusable(PointsProblem.ofFile(PointsFault.UNREADABLE));
        }
    }

    /** The same of bytes that are there already: an upload. */
    public static Points read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Points.unusable(PointsProblem.ofFile(PointsFault.MALFORMED));
        }
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(plain))
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(plain)) {
            csv.forEach(rows::add);
        } catch (CsvParseException e) {
            long line = rows.isEmpty() ? 1 : rows.get(rows.size() - 1).getStartingLineNumber() + 1;
            return Points.unusable(PointsProblem.inLine(PointsFault.MALFORMED, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.removeIf(row -> row.getFields().stream().allMatch(String::isBlank));
        if (rows.size() < 2) {
            return Points.unusable(PointsProblem.ofFile(PointsFault.EMPTY));
        }
        return new PointRows(rows.get(0)).read(rows.subList(1, rows.size()), Sha256.hex(bytes));
    }

    /** Semicolon before tab before comma, as the header has them. */
    private static char separator(String text) {
        String header = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        if (header.indexOf(';') >= 0) {
            return ';';
        }
        return header.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
