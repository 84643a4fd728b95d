package org.plinth.web.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.quantity.Force;
import org.plinth.web.text.Texts;

class WordsTest {

    private final Words words = new Words(Texts.bundled());

    @ParameterizedTest
    @CsvSource({
        "218.4, 218 N",
        "50, 50 N",
        "49.96, 50 N",
        "49.94, 49.9 N",
        "0, 0.0 N",
        "-0.04, 0.0 N",
        "-12.34, -12.3 N"
    })
    void force_is_read_to_one_newton_and_to_a_tenth_below_fifty(double newtons, String said) {
        assertThat(words.force(new Force(newtons))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, less than 1 in 20",
        "0.049, less than 1 in 20",
        "0.05, about 1 in 10",
        "0.30, about 3 in 10",
        "0.949, about 9 in 10",
        "0.951, more than 19 in 20",
        "1, more than 19 in 20",
    })
    void a_chance_is_said_in_tenths_and_never_as_certainty(double probability, String said) {
        assertThat(words.chance(probability)).isEqualTo(said);
    }

    @Test
    void a_constant_without_words_keeps_its_name() {
        assertThat(words.name("metric", "later_N")).isEqualTo("later_N");
    }
}
