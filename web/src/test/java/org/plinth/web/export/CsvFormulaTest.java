package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** A spreadsheet that opens an export runs nothing, and takes every number for a number. */
@Tag("slow")
class CsvFormulaTest {

    private static final List<String> FORMULAS = List.of(
            "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1:A9)", "\uff1d1+1", "=\"a\",\"b\"", "-1", "+44 1632 960000");

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "\0=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"
            })
    void what_begins_like_a_formula_gets_an_apostrophe(String text) {
        assertThat(CsvText.inert(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada", "O'Neil", "a=1", "1-1", " =1", "'=1", "\u0645"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(CsvText.inert(text)).isEqualTo(text);
    }

    @Test
    void a_negative_number_stays_a_number() {
        assertThat(ResultColumns.number(-12.5)).isEqualTo("-12.5");
        assertThat(ResultColumns.number(-1e-7)).isEqualTo("-0.00000010");
    }

    @Test
    void an_export_of_hostile_names_is_inert_and_reads_back_whole() throws IOException {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            new VisitDeskScript(kit, people).bothSides();
            for (String name : FORMULAS) {
                rename(kit, people, name);
                for (NamedCsvRecord row : export(kit, people)) {
                    assertThat(row.getField("family_name")).isEqualTo("'" + name);
                    assertThat(row.getField("given_name")).isEqualTo("'" + name);
                    assertThat(Double.parseDouble(row.getField("value_N"))).isPositive();
                    assertThat(row.getFields()).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r\\n\uff1d].*"));
                    assertThat(row.getFields()).allMatch(cell -> !cell.startsWith("-") || cell.matches("-[0-9.]+"));
                }
            }
        }
    }

    private static void rename(VisitFloorKit kit, VisitFloorKit.People people, String name) {
        Act act = new Act(
                people.clinic().id(),
                people.clinician().id(),
                people.episode().openedOn().atStartOfDay(people.clinic().zone()).toInstant(),
                "patient.change",
                "",
                "");
        kit.database().write(act, stores -> {
            Patient now = stores.patients()
                    .find(people.clinic().id(), people.patient().id())
                    .orElseThrow();
            return stores.patients()
                    .amend(
                            new Patient(
                                    now.id(),
                                    now.clinic(),
                                    now.version(),
                                    name,
                                    name,
                                    now.birthDate(),
                                    Optional.empty(),
                                    Optional.empty()),
                            now.version());
        });
    }

    private static List<NamedCsvRecord> export(VisitFloorKit kit, VisitFloorKit.People people) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ResultsCsv.named().write(kit.database(), people.clinic().id(), bytes);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(bytes.toString(StandardCharsets.UTF_8))) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            assertThat(rows).hasSize(2);
            return rows;
        }
    }
}
