package org.plinth.web.recordingfile;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the table of a recording begins, and which of its columns are forces. Apps put lines about the recording before it: date, device,
 * comment.
 *
 * @param line of the header, from 1
 * @param forces names of the columns that are a force by name or unit, in order
 * @param names of all columns
 * @param before lines before the header, each with its cells
 */
public record RecordingHeader(long line, List<String> forces, List<String> names, List<CsvLines.Line> before) {

    private static final int LINES_LOOKED_AT = 40;

    /** Copies the lists. */
    public RecordingHeader {
        forces = List.copyOf(forces);
        names = List.copyOf(names);
        before = List.copyOf(before);
    }

    /**
     * Finds it: the first line with a time and a force; else the first that is not empty.
     *
     * @throws RecordingFileException if the file is no table
     */
    public static RecordingHeader find(InputStream in, String displayName) throws RecordingFileException {
        List<CsvLines.Line> looked = new ArrayList<>();
        CsvLines.each(in, displayName, line -> {
            if (!line.isEmpty() && !line.cells().get(0).startsWith("#")) {
                looked.add(line);
            }
            return looked.size() < LINES_LOOKED_AT && !(isHeader(line) && looked.contains(line));
        });
        if (looked.isEmpty()) {
            throw new Problems(displayName).inLine(FileFault.EMPTY, 1);
        }
        int last = looked.size() - 1;
        boolean found = isHeader(looked.get(last));
        CsvLines.Line header = looked.get(found ? last : 0);
        return new RecordingHeader(
                header.number(),
                columns(header).stream()
                        .filter(ColumnName::isForce)
                        .map(ColumnName::name)
                        .toList(),
                columns(header).stream().map(ColumnName::name).toList(),
                found ? looked.subList(0, last) : List.of());
    }

    private static boolean isHeader(CsvLines.Line line) {
        List<ColumnName> columns = columns(line);
        boolean timed = columns.stream().anyMatch(column -> column.timeUnit().isPresent() || column.hasTimeStem());
        return timed && columns.stream().anyMatch(ColumnName::isForce);
    }

    private static List<ColumnName> columns(CsvLines.Line line) {
        List<ColumnName> columns = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            columns.add(ColumnName.parse(i, line.cells().get(i)));
        }
        return columns;
    }

    /**
     * The file with the lines before its header made comments, so that every line keeps its number.
     *
     * @throws RecordingFileException if it is no text
     */
    public InputStream withoutLinesBefore(InputStream in, String displayName) throws RecordingFileException {
        if (before.isEmpty()) {
            return in;
        }
        try (BufferedReader reader = new BufferedReader(
                TextSource.open(in, new Problems(displayName)).reader())) {
            StringBuilder text = new StringBuilder();
            long number = 0;
            for (String one = reader.readLine(); one != null; one = reader.readLine()) {
                number++;
                text.append(number < line ? "#" : "").append(one).append('\n');
            }
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
