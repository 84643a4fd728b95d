package org.plinth.calibration.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

    @ParameterizedTest
    @CsvSource({
        "0.79, PASS",
        "-0.79, PASS",
        "0.8, PASS",
        "0.81, CANNOT_TELL",
        "-1.1, CANNOT_TELL",
        "1.19, CANNOT_TELL",
        "1.21, FAIL",
        "-1.21, FAIL"
    })
    void the_guard_band_is_one_expanded_uncertainty_on_both_sides_of_the_limit(double error, Decision expected) {
        assertThat(Decision.of(error, 1.0, 0.2)).isEqualTo(expected);
    }

    @Property
    void a_greater_uncertainty_never_turns_doubt_into_an_answer(
            @ForAll @DoubleRange(min = -3, max = 3) double error,
            @ForAll @DoubleRange(min = 0, max = 1) double uncertainty) {
        if (Decision.of(error, 1, uncertainty) == Decision.CANNOT_TELL) {
            assertThat(Decision.of(error, 1, uncertainty + 0.1)).isEqualTo(Decision.CANNOT_TELL);
        }
    }

    @Test
    void failure_outweighs_doubt_and_doubt_a_pass() {
        assertThat(Decision.PASS.and(Decision.PASS)).isEqualTo(Decision.PASS);
        assertThat(Decision.PASS.and(Decision.CANNOT_TELL)).isEqualTo(Decision.CANNOT_TELL);
        assertThat(Decision.CANNOT_TELL.and(Decision.FAIL)).isEqualTo(Decision.FAIL);
    }

    @Test
    void limits_are_one_percent_and_never_below_half_a_newton() {
        assertThat(AcceptanceLimits.USUAL.at(20)).isEqualTo(0.5);
        assertThat(AcceptanceLimits.USUAL.at(400)).isEqualTo(4);
    }
}
