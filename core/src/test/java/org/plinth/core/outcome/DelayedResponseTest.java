package org.plinth.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.outcome.DelayedResponse.Answer;

class DelayedResponseTest {

    @ParameterizedTest
    @CsvSource({
        // before, 24 h, 48 h: worse of the two, rise, answer, both known
        "2, 2, 2,  2, 0, NOT_WORSE, true",
        "2, 2, 3,  3, 1, WORSE, true",
        "2, 3, 2,  3, 1, WORSE, true",
        "4, 3, 2,  3, -1, NOT_WORSE, true",
        "2, 2, ,   2, 0, NOT_WORSE, false",
        "2, , 5,   5, 3, WORSE, false",
        "2, , ,    , , NOT_KNOWN, false",
        ", 1, 1,   1, , NOT_KNOWN, true",
        ", , ,     , , NOT_KNOWN, false"
    })
    void the_worse_of_what_is_known_counts(
            Integer before, Integer day, Integer twoDays, Integer worst, Integer rise, Answer answer, boolean whole) {
        DelayedResponse response = DelayedResponse.of(of(before), of(day), of(twoDays));

        assertThat(response.worstAfter()).isEqualTo(of(worst));
        assertThat(response.rise()).isEqualTo(of(rise));
        assertThat(response.answer()).isEqualTo(answer);
        assertThat(response.isWhole()).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        // during, before, 24 h, 48 h
        "3, 2, 2, 2, WITHIN",
        "0, 0, 0, , WITHIN",
        "3, 2, 3, 2, MORE_THAN_AGREED",
        "3, 2, 2, 3, MORE_THAN_AGREED",
        "4, 2, 2, 2, MORE_THAN_AGREED",
        "5, 2, 2, 2, MORE_THAN_AGREED",
        "6, 2, 2, 2, STOP",
        "2, 2, 6, 2, STOP",
        "2, , , 6, STOP",
        "3, , , , NOT_KNOWN",
        "3, 3, , , NOT_KNOWN",
        ", 2, 2, 2, NOT_KNOWN",
        ", 2, 3, , MORE_THAN_AGREED",
        ", , , , NOT_KNOWN"
    })
    void the_band_is_that_of_the_worst_moment(
            Integer during, Integer before, Integer day, Integer twoDays, PainBand band) {
        assertThat(PainBand.of(of(during), DelayedResponse.of(of(before), of(day), of(twoDays))))
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"0, WITHIN", "3, WITHIN", "4, MORE_THAN_AGREED", "5, MORE_THAN_AGREED", "6, STOP", "10, STOP"})
    void a_single_pain_has_its_band(int pain, PainBand band) {
        assertThat(PainBand.ofPain(pain)).isEqualTo(band);
    }

    @Test
    void pain_is_0_to_10() {
        OptionalInt none = OptionalInt.empty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayedResponse.of(OptionalInt.of(11), none, none))
                .withMessage("pain is 0 to 10, was 11");
        assertThatIllegalArgumentException().isThrownBy(() -> DelayedResponse.of(none, OptionalInt.of(-1), none));
        assertThatIllegalArgumentException().isThrownBy(() -> DelayedResponse.of(none, none, OptionalInt.of(11)));
        assertThatIllegalArgumentException().isThrownBy(() -> PainBand.of(OptionalInt.of(11), DelayedResponse.UNKNOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> PainBand.ofPain(-1));
    }

    private static OptionalInt of(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
