package org.plinth.web.export;

import com.jerolba.carpet.annotation.Alias;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plinth.web.text.Texts;

/** {@code dictionary.csv} of the raw export: each column of each table, its type and what it means. */
final class RawDictionary {

    private static final List<String> CURVE = List.of("segment", "t_us", "force_N", "reading");

    private RawDictionary() {}

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("recordings/*.csv", CURVE);
        all.put("curves.parquet", List.of("recording", "segment", "t_us", "force_N", "reading", "reading_unit"));
        all.put(
                "recordings.parquet",
                Arrays.stream(RecordingRow.class.getRecordComponents())
                        .map(RawDictionary::column)
                        .toList());
        all.put("trials.csv", TrialsCsv.COLUMNS);
        return all;
    }

    private static String column(RecordComponent component) {
        Alias alias = component.getAnnotation(Alias.class);
        return alias == null ? component.getName() : alias.value();
    }

    static String text(Texts texts) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("file", "column", "meaning");
            tables().forEach((file, columns) ->
                    columns.forEach(column -> csv.writeRecord(file, column, meaning(texts, column))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A raw column has words of its own where the results file has none, or means something else by it. */
    static String meaning(Texts texts, String column) {
        String own = "export.raw.column." + column;
        return texts.text(texts.has(own) ? own : "export.column." + column);
    }

    /** Every column that needs words. */
    static List<String> columns() {
        return tables().values().stream().flatMap(List::stream).distinct().toList();
    }
}
