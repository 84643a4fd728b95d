package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.text.Texts;

final class ExportTest {

    private final Id<Patient> patient = Id.random(new SplittableRandom(1));

    @Test
    void a_pseudonym_is_the_same_here_and_another_elsewhere() {
        Pseudonyms here = new Pseudonyms(new byte[32]);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(here.of("P", patient)).matches("P-[0-9a-f]{16}").isEqualTo(here.of("P", patient));
        assertThat(new Pseudonyms(other).of("P", patient)).isNotEqualTo(here.of("P", patient));
        assertThat(here.of("P", patient)).doesNotContain(patient.toString().substring(0, 8));
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new Pseudonyms(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_that_a_spreadsheet_would_run_becomes_text() {
        assertThat(ResultColumns.text("=1+1")).isEqualTo("'=1+1");
        assertThat(ResultColumns.text("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(ResultColumns.text("-Alder")).isEqualTo("'-Alder");
        assertThat(ResultColumns.text("Alder")).isEqualTo("Alder");
        assertThat(ResultColumns.text("")).isEmpty();
    }

    @Test
    void every_column_has_a_meaning_and_auditors_get_no_name_or_date() {
        ResultsCsv auditors = ResultsCsv.pseudonymous(new Pseudonyms(new byte[32]));
        Texts texts = Texts.bundled();
        assertThat(auditors.columns()).allMatch(name -> texts.has("export.column." + name));
        assertThat(ResultsCsv.named().columns()).allMatch(name -> texts.has("export.column." + name));
        assertThat(auditors.columns())
                .doesNotContain("family_name", "given_name", "birth_date", "visit_date", "tested_at_utc", "sensor");
    }
}
