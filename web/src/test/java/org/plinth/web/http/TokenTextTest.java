package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a token is written. */
class TokenTextTest {

    @Test
    void the_last_six_characters_sum_up_the_forty_before() {
        assertThat(TokenText.isPlausible("plinth_" + "0".repeat(40) + PythonSums.OF_FORTY_ZEROS))
                .isTrue();
        assertThat(TokenText.isPlausible("plinth_" + PythonSums.ALPHABET + PythonSums.OF_ALPHABET))
                .isTrue();
    }

    @Test
    void every_new_one_is_another_and_is_known_as_one() {
        Random random = new Random(7);

        Set<String> made =
                IntStream.range(0, 1000).mapToObj(i -> TokenText.random(random)).collect(Collectors.toSet());

        assertThat(made).hasSize(1000).allMatch(TokenText::isPlausible).allMatch(text -> text.length() == 53);
    }

    @Test
    void a_slip_of_one_character_is_seen() {
        String right = TokenText.random(new Random(8));

        for (int i = 0; i < right.length(); i++) {
            char other = right.charAt(i) == 'a' ? 'b' : 'a';
            String slip = right.substring(0, i) + other + right.substring(i + 1);
            assertThat(TokenText.isPlausible(slip)).as(slip).isFalse();
        }
        assertThat(TokenText.isPlausible(right + "0")).isFalse();
        assertThat(TokenText.isPlausible(right.toLowerCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(TokenText.isPlausible("")).isFalse();
    }

    @Test
    void what_is_shown_for_ever_is_the_beginning_alone() {
        String right = TokenText.random(new Random(9));

        assertThat(right).startsWith(TokenText.beginning(right));
        assertThat(TokenText.beginning(right)).hasSize(11);
    }

    /** Computed by Python's {@code zlib.crc32}, written in base 62 by hand-made divmod: nothing of ours. */
    private static final class PythonSums {
        static final String OF_FORTY_ZEROS = "2kaqcA";
        static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcd";
        static final String OF_ALPHABET = "0omAup";
    }
}
