package org.plinth.web.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.store.ResultStore.ExportRow;
import org.plinth.web.store.Stores;

/**
 * All results of a clinic as CSV, format 1 (docs/data-format.md): one row for each side at each visit, written while it
 * is read, so that memory does not grow with their number.
 */
public final class ResultsCsv {

    private final List<Column> columns;
    private final boolean onlyClosed;

    private ResultsCsv(List<Column> columns, boolean onlyClosed) {
        this.columns = columns;
        this.onlyClosed = onlyClosed;
    }

    /** With names and dates, for the clinic itself; visits that are still open are in it and say so. */
    public static ResultsCsv named() {
        return new ResultsCsv(
                Columns.joined(List.of(Columns.NAMED, Columns.SERIES, Columns.VALUES, Columns.ORIGIN, Columns.ENGINE)),
                false);
    }

    /** With pseudonyms and day numbers, for auditors; closed visits only, no serial numbers, nobody who tested. */
    public static ResultsCsv pseudonymous(Pseudonyms pseudonyms) {
        return new ResultsCsv(
                Columns.joined(
                        List.of(Columns.pseudonymous(pseudonyms), Columns.SERIES, Columns.VALUES, Columns.ENGINE)),
                true);
    }

    /** The header, in order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Writes all of it; leaves the stream open. */
    public void write(Stores stores, Clinic clinic, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(names());
        stores.results().export(clinic.id(), stored -> write(csv, stored, clinic));
        csv.flush();
        text.flush();
    }

    private void write(CsvWriter csv, ExportRow stored, Clinic clinic) {
        if (onlyClosed && !stored.visitClosed()) {
            return;
        }
        Row row = new Row(stored, clinic.zone());
        csv.writeRecord(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
}
