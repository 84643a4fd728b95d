package org.plinth.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;

final class NumbersTest {

    private final Numbers newtons = new Numbers(ForceUnit.NEWTON, ZoneId.of("Europe/Berlin"));

    @Test
    void force_is_shown_to_a_newton_and_below_50_to_a_tenth() {
        assertThat(newtons.force(new Force(221.4))).isEqualTo("221 N");
        assertThat(newtons.force(new Force(46.34))).isEqualTo("46.3 N");
        assertThat(newtons.force(new Force(49.96))).isEqualTo("50 N");
        assertThat(newtons.force(new Force(49.94))).isEqualTo("49.9 N");
    }

    @Test
    void nothing_is_shown_as_minus_zero() {
        assertThat(newtons.force(new Force(-0.04))).isEqualTo("0.0 N");
        assertThat(newtons.percent(-0.4)).isEqualTo("0 %");
    }

    @Test
    void another_unit_is_converted_and_named() {
        Numbers kilograms = new Numbers(ForceUnit.KILOGRAM_FORCE, ZoneId.of("UTC"));
        assertThat(kilograms.force(new Force(98.0665))).startsWith("10.").endsWith(" kgf");
    }

    @Test
    void days_and_times_are_the_clinics() {
        assertThat(newtons.date(LocalDate.of(2026, 8, 6))).isEqualTo("6 August 2026");
        assertThat(newtons.moment(Instant.parse("2026-08-06T22:30:00Z"))).isEqualTo("7 August 2026, 00:30");
    }
}
