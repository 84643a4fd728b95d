package org.plinth.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.formula.Formula.Group;
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
    }

    @Test
    void each_has_everything_that_its_page_shows() {
        for (Formula formula : Formulas.all()) {
            assertThat(List.of(formula.name(), formula.text(), formula.withheld(), formula.source(), formula.unit()))
                    .as(formula.id())
                    .noneMatch(String::isBlank);
            assertThat(formula.steps()).as(formula.id()).isNotEmpty();
            assertThat(formula.symbols())
                    .as(formula.id())
                    .noneMatch(symbol ->
                            symbol.meaning().isBlank() || symbol.unit().isBlank());
        }
    }

    /** A step may use only what is an input or what a step before it gave, and the last step carries the number's unit. */
    @Test
    void steps_build_on_each_other_and_the_last_has_the_unit_of_the_number() {
        for (Formula formula : Formulas.all()) {
            Set<String> later = new HashSet<>();
            formula.steps().forEach(step -> later.add(step.symbol()));
            for (Step step : formula.steps()) {
                assertThat(step.right().symbols()).as(formula.id()).doesNotContainAnyElementsOf(later);
                later.remove(step.symbol());
            }
            Step last = formula.steps().get(formula.steps().size() - 1);
            assertThat(formula.symbol(last.symbol()).orElseThrow().unit()).isEqualTo(formula.unit());
        }
    }

    @Test
    void no_word_of_the_catalogue_is_left_over() {
        Set<String> used = new HashSet<>();
        for (Formula formula : Formulas.all()) {
            used.add(formula.id() + ".name");
            used.add(formula.id() + ".withheld");
            String last = formula.steps().get(formula.steps().size() - 1).symbol();
            for (Symbol symbol : formula.symbols()) {
                String own = formula.id() + ".symbol." + symbol.name();
                if (!symbol.name().equals(last)) {
                    used.add(words().containsKey(own) ? own : "symbol." + symbol.name());
                }
            }
        }
        assertThat(words().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void only_a_doi_is_read_as_one() {
        assertThat(Formulas.named("rfd0to200_Nps").doi()).contains("10.1007/s00421-016-3346-6");
        assertThat(Formulas.named("lsi_pct").doi()).isEmpty();
    }

    @Test
    void the_page_of_formulas_is_current() {
        StringBuilder page = new StringBuilder(
                """
                # Formulas

                Every number that Plinth shows, with the formula that gives it. In the app each number is a link to this formula worked
                with its own numbers. Written by `FormulasTest` from the declarations in `core`; do not edit.

                Lists go number by number. `sd` has n − 1, `Φ` is the normal distribution function, `area(t, F)` a sum of trapezoids,
                `slope(t, y)` that of least squares, `medianSlope(t, y)` the median of the slopes between all pairs (Theil–Sen),
                `scatter(t, y)` the standard deviation about the least-squares line with n − 2, `spread(t)` = Σ (t − mean t)², `t975(df)`
                the two-sided 95 % point of Student's t. Angles are in degrees.
                """);
        for (Group group : Group.values()) {
            page.append("\n## ").append(heading(group)).append('\n');
            Formulas.all().stream()
                    .filter(formula -> formula.group() == group)
                    .forEach(formula -> append(page, formula));
        }
        GeneratedPage.check("formulas.md", page.toString());
    }

    private static String heading(Group group) {
        String words = group.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void append(StringBuilder page, Formula formula) {
        page.append("\n### `").append(formula.id()).append("` · ").append(formula.name());
        page.append("\n\nVersion ").append(formula.version()).append(". Unit ").append(formula.unit());
        page.append(". Source: ").append(formula.source()).append(".\n\n```\n");
        formula.steps().forEach(step -> page.append(step).append('\n'));
        page.append("```\n\n");
        if (!formula.text()
                .equals(String.join(
                        "; ", formula.steps().stream().map(Step::toString).toList()))) {
            page.append(formula.text()).append(".\n\n");
        }
        page.append("| symbol | unit | meaning |\n|---|---|---|\n");
        for (Symbol symbol : formula.symbols()) {
            page.append("| `").append(symbol.name()).append("` | ").append(symbol.unit());
            page.append(" | ").append(symbol.meaning()).append(" |\n");
        }
        page.append("\nNot given: ").append(formula.withheld()).append('\n');
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream in = Formulas.class.getResourceAsStream("formulas.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
