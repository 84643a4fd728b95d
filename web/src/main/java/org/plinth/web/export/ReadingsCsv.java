package org.plinth.web.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.privacy.Included;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.ReadingStore.ExportRow;
import org.plinth.web.store.Store;

/**
 * Values without a raw record as CSV: UTF-8, comma, CRLF, one row for each reading. A file of its own, because such values are
 * never compared with recorded ones (decision M20). Any thread.
 */
public final class ReadingsCsv {

    private static final String NONE = "";

    private final List<Cell> cells;
    private final Purpose purpose;

    private ReadingsCsv(List<Cell> cells, Purpose purpose) {
        this.cells = List.copyOf(cells);
        this.purpose = purpose;
    }

    /** A column. */
    private record Cell(String name, Function<ExportRow, String> text) {}

    /** With names and dates: a patient record. */
    public static ReadingsCsv named() {
        List<Cell> cells = new ArrayList<>(List.of(
                new Cell("family_name", row -> ResultColumns.text(row.patient().familyName())),
                new Cell("given_name", row -> ResultColumns.text(row.patient().givenName())),
                new Cell("birth_date", row -> row.patient().birthDate().toString()),
                new Cell("episode", row -> row.episode().toString()),
                new Cell("visit_date", row -> row.visitDate().toString()),
                new Cell("read_at_utc", row -> row.reading().at().toString())));
        cells.addAll(measured());
        cells.add(of("device", reading -> ResultColumns.text(reading.device())));
        return new ReadingsCsv(cells, Purpose.CARE);
    }

    /** Without names and dates, for this purpose. */
    public static ReadingsCsv pseudonymous(Pseudonyms pseudonyms, Purpose purpose) {
        List<Cell> cells = new ArrayList<>(List.of(
                new Cell("patient", row -> pseudonyms.of("P", row.patient().id())),
                new Cell("episode", row -> pseudonyms.of("E", row.episode())),
                new Cell(
                        "day_of_episode_d",
                        row -> Long.toString(ChronoUnit.DAYS.between(row.episodeOpenedOn(), row.visitDate())))));
        cells.addAll(measured());
        cells.add(of("device_pseudonym", reading -> device(pseudonyms, reading.device())));
        return new ReadingsCsv(cells, purpose);
    }

    /** A label is words that somebody typed: by pseudonym it says only whether two values came from one device. */
    private static String device(Pseudonyms pseudonyms, String device) {
        String folded = device.strip().toLowerCase(Locale.ROOT);
        return folded.isEmpty()
                ? NONE
                : pseudonyms.of("D", new Id<>(UUID.nameUUIDFromBytes(folded.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Cell> measured() {
        return List.of(
                of("position", TypedReading::positionId),
                of("protocol_version", reading -> Integer.toString(reading.protocolVersion())),
                of("side", reading -> reading.side().name()),
                new Cell("injured_side", row -> row.involvement().name()),
                of(
                        "fixation",
                        reading -> reading.fixation().map(how -> how.id()).orElse(NONE)),
                of("read_quantity", reading -> reading.quantity().name()),
                of("provenance", reading -> "TYPED"),
                of("source", reading -> reading.source().name()),
                of("displayed", reading -> ResultColumns.number(reading.displayed())),
                of("displayed_unit", TypedReading::unit),
                of("read_value_N", reading -> value(reading, TypedReading.Quantity.FORCE)),
                of("read_value_s", reading -> value(reading, TypedReading.Quantity.HOLD_TIME)),
                of("read_repetitions", reading -> value(reading, TypedReading.Quantity.REPETITIONS)),
                of("at_least", reading -> Boolean.toString(reading.capped())),
                of("warnings", reading -> Integer.toString(reading.warnings())),
                of("pain_0_10", reading -> pain(reading)),
                of(
                        "read_by_two",
                        reading -> Boolean.toString(reading.secondReader().isPresent())),
                of("taken_back", reading -> Boolean.toString(!reading.stands())),
                new Cell("visit_closed", row -> Boolean.toString(row.visitClosed())));
    }

    private static Cell of(String name, Function<TypedReading, String> text) {
        return new Cell(name, row -> text.apply(row.reading()));
    }

    private static String value(TypedReading reading, TypedReading.Quantity quantity) {
        return reading.quantity() == quantity ? ResultColumns.number(reading.value()) : NONE;
    }

    private static String pain(TypedReading reading) {
        return reading.pain().isPresent() ? Integer.toString(reading.pain().getAsInt()) : NONE;
    }

    /** The header. */
    public List<String> columns() {
        return cells.stream().map(Cell::name).toList();
    }

    /**
     * Writes a clinic's readings that its purpose allows, but those of {@code hidden} patients; does not close {@code out}.
     *
     * @throws IOException if {@code out} does
     */
    public void write(Store store, Id<Clinic> clinic, Set<Id<Patient>> hidden, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns());
        List<ExportRow> rows = store.read(stores -> {
            Included included = Included.of(stores, clinic, purpose);
            return stores.readings().export(clinic).stream()
                    .filter(row -> included.has(row.patient().id()))
                    .filter(row -> !hidden.contains(row.patient().id()))
                    .toList();
        });
        for (ExportRow row : rows) {
            csv.writeRecord(cells.stream().map(cell -> cell.text().apply(row)).toList());
        }
        csv.flush();
        text.flush();
    }
}
