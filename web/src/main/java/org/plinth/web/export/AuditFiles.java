package org.plinth.web.export;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.plinth.web.hash.Unclosed;

/** The audit table as CSV, XLSX and Parquet: the same cells, numbers as numbers, what is absent empty. Any thread. */
final class AuditFiles {

    private static final double WIDE = 20;

    private AuditFiles() {}

    /** One of these for Parquet, which wants a record. */
    record Cells(List<AuditDatum> cells) {}

    static void csv(AuditTable table, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(table.columns().stream().map(AuditColumn::name).toList());
        table.forEach(
                cells -> csv.writeRecord(cells.stream().map(AuditFiles::cell).toList()));
        csv.flush();
        text.flush();
    }

    /** A number is never a formula, whatever its sign. */
    private static String cell(AuditDatum datum) {
        return datum.value().filter(Number.class::isInstance).isPresent() ? datum.text() : CsvText.inert(datum.text());
    }

    /** Rows of words that nobody typed, as a small CSV. */
    static void words(List<List<String>> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        rows.forEach(csv::writeRecord);
        csv.flush();
        text.flush();
    }

    /** Text in a workbook is never run; it is kept as it is. */
    static void xlsx(AuditTable table, List<List<String>> dictionary, String name, OutputStream out)
            throws IOException {
        Workbook book = new Workbook(new Unclosed(out), "Plinth", "1.0");
        Worksheet sheet = book.newWorksheet("audit");
        header(sheet, table.columns().stream().map(AuditColumn::name).toList());
        int[] at = {0};
        try {
            table.forEach(cells -> {
                at[0]++;
                for (int column = 0; column < cells.size(); column++) {
                    put(sheet, at[0], column, cells.get(column));
                }
            });
            sheet.finish();
            Worksheet words = book.newWorksheet(name);
            header(words, dictionary.get(0));
            for (int row = 1; row < dictionary.size(); row++) {
                for (int column = 0; column < dictionary.get(row).size(); column++) {
                    words.value(row, column, dictionary.get(row).get(column));
                }
            }
            words.finish();
        } finally {
            book.finish();
        }
    }

    private static void header(Worksheet sheet, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            sheet.value(0, column, names.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDE);
        }
        sheet.freezePane(0, 1);
    }

    private static void put(Worksheet sheet, int row, int column, AuditDatum datum) {
        datum.value().ifPresent(value -> {
            if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, value.toString());
            }
        });
    }

    static void parquet(AuditTable table, OutputStream out) throws IOException {
        try (CarpetWriter<Cells> writer = new CarpetWriter.Builder<>(new Unclosed(out), Cells.class)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withWriteRecordModel((type, context) -> model(table.columns()))
                .build()) {
            Consumer<List<AuditDatum>> row = cells -> writer.accept(new Cells(cells));
            table.forEach(row);
        }
    }

    private static WriteRecordModelType<Cells> model(List<AuditColumn> columns) {
        WriteRecordModelType<Cells> model = FieldTypes.writeRecordModel(Cells.class);
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            model.withField(
                    columns.get(i).name(),
                    type(columns.get(i)),
                    row -> row.cells().get(at).value().orElse(null));
        }
        return model;
    }

    private static FieldType type(AuditColumn column) {
        return switch (column.kind()) {
            case WHOLE -> FieldTypes.INTEGER;
            case NUMBER -> FieldTypes.DOUBLE;
            case TEXT, CHOICE -> FieldTypes.STRING;
        };
    }
}
