package org.plinth.web.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.text.Texts;

class NumbersTest {

    private final Numbers numbers = new Numbers(ForceUnit.NEWTON, ZoneId.of("Europe/London"));
    private final Chance chance = new Chance(Texts.bundled());

    @Test
    void force_is_shown_to_one_newton_and_to_a_tenth_below_fifty() {
        assertThat(numbers.force(new Force(220.6))).isEqualTo("221 N");
        assertThat(numbers.force(new Force(46.25))).isEqualTo("46.3 N");
        assertThat(numbers.force(new Force(49.96))).isEqualTo("50 N");
        assertThat(numbers.force(new Force(-0.02))).isEqualTo("0.0 N");
    }

    @Test
    void another_unit_changes_what_is_shown() {
        Numbers kilograms = new Numbers(ForceUnit.KILOGRAM_FORCE, ZoneId.of("UTC"));

        assertThat(kilograms.force(new Force(98.0665))).isEqualTo("10.0 kgf");
    }

    @Test
    void dates_are_in_words_and_times_in_the_clinics_zone() {
        assertThat(numbers.date(LocalDate.of(2026, 8, 6))).isEqualTo("6 August 2026");
        assertThat(numbers.moment(Instant.parse("2026-08-06T13:05:00Z"))).isEqualTo("6 August 2026, 14:05");
    }

    @Test
    void a_chance_is_never_none_or_all_of_ten() {
        assertThat(chance.of(0)).isEqualTo("less than 1 in 100");
        assertThat(chance.of(0.03)).isEqualTo("less than 1 in 20");
        assertThat(chance.of(0.05)).isEqualTo("about 1 in 10");
        assertThat(chance.of(0.3)).isEqualTo("about 3 in 10");
        assertThat(chance.of(0.95)).isEqualTo("about 9 in 10");
        assertThat(chance.of(0.97)).isEqualTo("more than 19 in 20");
        assertThat(chance.of(1)).isEqualTo("more than 99 in 100");
        assertThatThrownBy(() -> chance.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
