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
import java.util.Set;
import java.util.function.Function;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.privacy.Included;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.ResultStore.ExportRow;
import org.plinth.web.store.Store;
import org.plinth.web.trust.TrustBook;

/**
 * Results as CSV: UTF-8, comma, CRLF, one row for each side result that stands, units in the header. Rows are written as
 * they are read; memory does not grow with their number. Any thread.
 */
public final class ResultsCsv {

    private final Function<TrustBook, List<Column>> columns;
    private final Purpose purpose;

    private ResultsCsv(Function<TrustBook, List<Column>> columns, Purpose purpose) {
        this.columns = columns;
        this.purpose = purpose;
    }

    /** With names and dates: a patient record. */
    public static ResultsCsv named() {
        return new ResultsCsv(ResultColumns::named, Purpose.CARE);
    }

    /** Without names and dates, to look at the clinic's own work: who refused that is left out. */
    public static ResultsCsv pseudonymous(Pseudonyms pseudonyms) {
        return pseudonymous(pseudonyms, Purpose.AUDIT);
    }

    /** Without names and dates, for this purpose. */
    public static ResultsCsv pseudonymous(Pseudonyms pseudonyms, Purpose purpose) {
        return new ResultsCsv(trust -> ResultColumns.pseudonymous(pseudonyms, trust), purpose);
    }

    /** The header. */
    public List<String> columns() {
        return columns.apply(TrustBook.EMPTY).stream().map(Column::name).toList();
    }

    /**
     * Writes all of a clinic's results that its purpose allows; does not close {@code out}.
     *
     * @throws IOException if {@code out} does
     */
    public void write(Store store, Id<Clinic> clinic, OutputStream out) throws IOException {
        write(store, clinic, Set.of(), out);
    }

    /**
     * Writes a clinic's results, but those of {@code hidden} patients; does not close {@code out}.
     *
     * @throws IOException if {@code out} does
     */
    public void write(Store store, Id<Clinic> clinic, Set<Id<Patient>> hidden, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns());
        try {
            store.read(stores -> {
                List<Column> known = columns.apply(TrustBook.ofClinic(stores, clinic));
                Included included = Included.of(stores, clinic, purpose);
                stores.results().export(clinic, row -> {
                    Id<Patient> patient = row.patient().id();
                    if (included.has(patient) && !hidden.contains(patient)) {
                        write(csv, known, row);
                    }
                });
                return known;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
        text.flush();
    }

    private static void write(CsvWriter csv, List<Column> columns, ExportRow row) {
        csv.writeRecord(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
}
