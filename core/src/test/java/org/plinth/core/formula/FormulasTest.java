package org.plinth.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.Metrics;
import org.plinth.core.testkit.GeneratedPage;

class FormulasTest {

    @Test
    void every_metric_is_among_them_and_ids_are_unique() {
        assertThat(Formulas.all()).extracting(Formula::id).doesNotHaveDuplicates();
        assertThat(Formulas.all())
                .extracting(Formula::id)
                .containsAll(Metrics.ALL.stream().map(Metric::id).toList());
        assertThat(Formulas.find("lsi_pct")).isPresent();
        assertThat(Formulas.find("nothing")).isEmpty();
        assertThat(Formulas.all())
                .noneMatch(
                        formula -> formula.text().isBlank() || formula.source().isBlank());
    }

    @Test
    void the_page_of_formulas_is_current() {
        StringBuilder page = new StringBuilder(
                """
                # Formulas

                Written by `FormulasTest` from the declarations in `core`; do not edit.

                | id | version | unit | formula | source |
                |---|---|---|---|---|
                """);
        for (Formula formula : Formulas.all()) {
            page.append("| `").append(formula.id());
            page.append("` | ").append(formula.version());
            page.append(" | ").append(formula.unit());
            page.append(" | ").append(formula.text());
            page.append(" | ").append(formula.source()).append(" |\n");
        }
        GeneratedPage.check("formulas.md", page.toString());
    }
}
