package org.plinth.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.formula.CalibrationFormulas.Entry;
import org.plinth.calibration.uncertainty.Component;
import org.plinth.core.testkit.GeneratedPage;

class CalibrationFormulasTest {

    @Test
    void ids_are_unique_and_every_line_of_a_budget_is_among_them() {
        assertThat(CalibrationFormulas.all()).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(CalibrationFormulas.all())
                .extracting(Entry::id)
                .containsAll(Arrays.stream(Component.Source.values())
                        .map(Component.Source::symbol)
                        .toList());
    }

    @Test
    void the_page_of_formulas_is_current() {
        StringBuilder page = new StringBuilder(
                """
                # Formulas of a calibration

                Written by `CalibrationFormulasTest` from the declarations in `calibration`; do not edit.

                | id | unit | formula | source |
                |---|---|---|---|
                """);
        for (Entry entry : CalibrationFormulas.all()) {
            page.append("| `").append(entry.id());
            page.append("` | ").append(entry.unit());
            page.append(" | ").append(entry.text().replace("|", "\\|"));
            page.append(" | ").append(entry.source()).append(" |\n");
        }
        GeneratedPage.check("calibration.md", page.toString());
    }
}
