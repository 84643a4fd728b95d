package org.plinth.web.fhir;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every code that may leave the house: the table that ships ({@code terminology.csv}) and the codes that follow from our own
 * catalogues. What is not in it cannot be sent. Immutable; any thread.
 */
final class Terminology {

    private static final String TABLE = "terminology.csv";
    private static final String OURS = "plinth";

    private final Map<String, Term> byLocal = new LinkedHashMap<>();

    private Terminology(Collection<Term> rows) {
        for (Term row : rows) {
            if (byLocal.put(row.local(), row) != null) {
                throw new IllegalStateException(row.local() + " stands twice in " + TABLE);
            }
        }
    }

    /** The bundled table and our own codes. */
    static Terminology bundled() {
        List<Term> rows = read();
        LocalTerms.all().forEach((code, display) -> rows.add(own(code, display)));
        return new Terminology(rows);
    }

    private static Term own(String code, String display) {
        return new Term(code, FhirNames.CODES, code, display, Optional.empty(), OURS, "1", "V");
    }

    private static List<Term> read() {
        InputStream in = Terminology.class.getResourceAsStream(TABLE);
        if (in == null) {
            throw new IllegalStateException(TABLE + " is not on the class path; build the product again");
        }
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return new java.util.ArrayList<>(csv.stream().map(Terminology::term).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Term term(NamedCsvRecord row) {
        String system = row.getField("system");
        String day = row.getField("verifiedOn");
        return new Term(
                row.getField("local"),
                system.equals(OURS) ? FhirNames.CODES : system,
                row.getField("code"),
                row.getField("display"),
                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                row.getField("verifiedAgainst"),
                row.getField("edition"),
                row.getField("tag"));
    }

    /** All rows, sent or not. */
    Collection<Term> rows() {
        return List.copyOf(byLocal.values());
    }

    /** The row of this name, if it may be sent. */
    Optional<Term> sent(String local) {
        return Optional.ofNullable(byLocal.get(local)).filter(Term::mayBeSent);
    }

    /**
     * The same, where the house counts on it.
     *
     * @throws IllegalArgumentException if there is none that may be sent
     */
    Term required(String local) {
        return sent(local).orElseThrow(() -> new IllegalArgumentException("no code for " + local + " may be sent"));
    }
}
