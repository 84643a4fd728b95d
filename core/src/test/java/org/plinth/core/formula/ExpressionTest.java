package org.plinth.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values by hand, or from a calculator where a function is transcendental. */
class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 · 3 | 7",
                "(1 + 2) · 3 | 9",
                "8 / 4 / 2 | 1",
                "10 − 2 − 3 | 5",
                "−2² | -4",
                "(−2)² | 4",
                "2^3^2 | 512",
                "√(9) + √4 | 5",
                "e^0 | 1",
                "ln(e) | 1",
                "e^(−1.96 · 0.1) | 0.822012",
                "Φ(1.96) | 0.9750021",
                "max(212, 221, 218) | 221",
                "mean(212, 221, 218) | 217",
                "sd(212, 221, 218) | 4.582576",
                "median(4, 1, 3, 2) | 2.5",
                "sum(1, 2, 3) + count(1, 2, 3) + min(4, 5) | 13",
                "abs(3 − 5) | 2",
                "sin(90) + cos(60) | 1.5",
                "area((0, 1, 3), (2, 4, 4)) | 11",
                "slope((0, 1, 2), (1, 3, 5)) | 2",
                "medianSlope((0, 1, 2), (0, 1, 10)) | 5",
                "spread(1, 2, 3) | 2",
                "t975(4) | 2.776445"
            })
    void arithmetic_is_read_and_done_as_it_stands(String text, double value) {
        assertThat(Expression.parse(text).evaluate(Map.of())).isCloseTo(value, within(1e-6));
    }

    /** Residuals about the line through (0, 1), (1, 0), (2, 1), whose slope is 0: 1/3, −2/3, 1/3. */
    @Test
    void scatter_is_about_the_line_with_n_less_two() {
        assertThat(Expression.parse("scatter((0, 1, 2), (1, 0, 1))").evaluate(Map.of()))
                .isCloseTo(Math.sqrt(6.0 / 9), within(1e-12));
    }

    @Test
    void numbers_stand_in_the_places_of_symbols_and_can_be_read_again() {
        Expression formula = Expression.parse("100 · (F_a − b) / max(F_a, F_all)");
        Map<String, List<Double>> values =
                Map.of("F_a", List.of(212.123456789), "b", List.of(-1.5), "F_all", List.of(1.0, 2.0));

        assertThat(formula.symbols()).containsExactly("F_a", "F_all", "b");
        assertThat(formula.with(values, Digits.SHORT)).isEqualTo("100 · (212.1235 − (−1.5)) / max(212.1235, (1, 2))");
        String exact = formula.with(values, Digits.ALL);
        assertThat(exact).contains("212.123456789");
        assertThat(Expression.parse(exact).evaluate(Map.of())).isEqualTo(formula.evaluate(values));
    }

    @Test
    void a_long_list_is_told_by_its_length_only_for_reading() {
        List<Double> many =
                java.util.stream.IntStream.range(0, 40).mapToObj(i -> i / 7.0).toList();
        Expression formula = Expression.parse("mean(F)");

        assertThat(formula.with(Map.of("F", many), Digits.SHORT)).isEqualTo("mean([40])");
        assertThat(Expression.parse(formula.with(Map.of("F", many), Digits.ALL)).evaluate(Map.of()))
                .isEqualTo(formula.evaluate(Map.of("F", many)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 +", "(1", "1 2", "nothing(3)", "", "1 + · 2", "ln(1"})
    void what_cannot_be_read_is_an_error_with_its_place(String text) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("place");
    }

    @Test
    void a_symbol_without_a_value_is_an_error_that_names_it() {
        assertThatThrownBy(() -> Expression.parse("F / 2").evaluate(Map.of())).hasMessageContaining("F");
    }
}
