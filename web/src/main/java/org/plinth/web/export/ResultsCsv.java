package org.plinth.web.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.ResultStore.ExportRow;
import org.plinth.web.store.Store;

/**
 * Results as CSV: UTF-8, comma, CRLF, one row for each side result that stands, units in the header. Rows are written as
 * they are read; memory does not grow with their number. Any thread.
 */
public final class ResultsCsv {

    private final List<Column> columns;

    private ResultsCsv(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** With names and dates: a patient record. */
    public static ResultsCsv named() {
        return new ResultsCsv(ResultColumns.named());
    }

    /** Without names and dates. */
    public static ResultsCsv pseudonymous(Pseudonyms pseudonyms) {
        return new ResultsCsv(ResultColumns.pseudonymous(pseudonyms));
    }

    /** The header. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Writes all of a clinic's results; does not close {@code out}.
     *
     * @throws IOException if {@code out} does
     */
    public void write(Store store, Id<Clinic> clinic, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns());
        try {
            store.read(stores -> {
                stores.results().export(clinic, row -> write(csv, row));
                return columns;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
        text.flush();
    }

    private void write(CsvWriter csv, ExportRow row) {
        csv.writeRecord(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
}
