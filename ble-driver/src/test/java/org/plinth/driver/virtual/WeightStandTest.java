package org.plinth.driver.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightStandTest {

    private static final long MINUTE = 60_000_000;

    private final WeightStand stand = new WeightStand(at -> 42);

    @Test
    void a_mass_weighs_what_physics_says_once_it_has_come_to_rest() {
        stand.errors(0, 0);
        stand.hang(10);
        stand.newtonsAt(0);

        // 10 kg * 9.81162 m/s2 * (1 - 1.2 / 8000), worked by hand
        assertThat(stand.newtonsAt(MINUTE)).isCloseTo(98.1015, within(1e-4));
    }

    @Test
    void it_swings_first_then_creeps() {
        stand.errors(0.01, 0);
        stand.hang(10);
        stand.newtonsAt(0);

        assertThat(stand.newtonsAt(0)).isCloseTo(0, within(1e-9));
        assertThat(stand.newtonsAt(10 * MINUTE)).isCloseTo(98.1015 * 1.01, within(1e-3));
    }

    @Test
    void on_the_way_down_it_reads_more_and_not_without_load() {
        stand.errors(0, 0.001);
        stand.hang(20);
        stand.newtonsAt(0);
        stand.hang(10);
        stand.newtonsAt(MINUTE);

        assertThat(stand.newtonsAt(2 * MINUTE)).isCloseTo(98.1015 * (1 + 0.001 * 4 * 0.5), within(1e-3));
        stand.hang(0);
        stand.newtonsAt(3 * MINUTE);
        assertThat(stand.newtonsAt(4 * MINUTE)).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_wrong_span_errs_on_masses_and_on_the_patient_alike() {
        stand.span(1.02);

        assertThat(stand.newtonsAt(0)).isCloseTo(42 * 1.02, within(1e-9));
        stand.errors(0, 0);
        stand.hang(10);
        stand.newtonsAt(0);
        assertThat(stand.newtonsAt(MINUTE)).isCloseTo(98.1015 * 1.02, within(1e-3));
        stand.takeAway();
        assertThat(stand.newtonsAt(MINUTE)).isCloseTo(42 * 1.02, within(1e-9));
    }

    @Test
    void it_carries_no_negative_mass_and_no_nonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> stand.hang(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> stand.hang(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> stand.span(0));
    }
}
