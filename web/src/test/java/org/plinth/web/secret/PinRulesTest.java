package org.plinth.web.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.secret.PinRules.Refusal;

class PinRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000", "1234", "4321", "7890", "0987", "1212", "1122", "1111", "2000", "1985", "2026", "2580",
                "123456", "654321", "123123", "112112", "258369", "66666"
            })
    void what_is_tried_first_is_refused(String pin) {
        assertThat(PinRules.refusal(pin)).contains(Refusal.TRIVIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567", "12a4", " 7391", "７３９１", "-739", "7.39"})
    void only_four_to_six_digits_are_a_pin(String pin) {
        assertThat(PinRules.refusal(pin)).contains(Refusal.NOT_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7391", "0481", "83025", "902714", "1357", "1243"})
    void others_may_be_used(String pin) {
        assertThat(PinRules.refusal(pin)).isEmpty();
    }
}
