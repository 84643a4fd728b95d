package org.plinth.web.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plinth.web.text.Texts;

final class ChanceTest {

    private final Chance chance = new Chance(Texts.bundled());

    @Test
    void a_chance_is_said_in_tenths_and_never_as_certain() {
        assertThat(chance.of(0.31)).isEqualTo("about 3 in 10");
        assertThat(chance.of(0.94)).isEqualTo("about 9 in 10");
        assertThat(chance.of(0.96)).isEqualTo("more than 19 in 20");
        assertThat(chance.of(1)).isEqualTo("more than 99 in 100");
        assertThat(chance.of(0.04)).isEqualTo("less than 1 in 20");
        assertThat(chance.of(0)).isEqualTo("less than 1 in 100");
    }

    @Test
    void what_is_no_chance_is_refused() {
        assertThatThrownBy(() -> chance.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chance.of(1.01)).isInstanceOf(IllegalArgumentException.class);
    }
}
