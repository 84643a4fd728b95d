package org.plinth.calibration.tare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RestWindowTest {

    /** 80 samples a second. */
    private static Stillness rest(int samples, DoubleUnaryOperator newtonsAtSecond) {
        RestWindow window = new RestWindow();
        for (int i = 0; i < samples; i++) {
            window.sample(7_000_000 + i * 12_500L, newtonsAtSecond.applyAsDouble(i * 0.0125));
        }
        return window.stillness();
    }

    @Test
    void half_a_second_is_looked_at_and_no_more() {
        assertThat(rest(200, t -> t < 0.51 ? 0 : 50).samples()).isEqualTo(41);
        assertThat(rest(200, t -> t < 0.51 ? 0 : 50).mean()).isZero();
    }

    @Test
    void mean_spread_and_drift_of_a_line_are_those_of_a_line() {
        Stillness still = rest(41, t -> 1000 + 2 * t);
        assertThat(still.mean()).isCloseTo(1000.5, within(1e-9));
        assertThat(still.drift()).isCloseTo(1, within(1e-9));
        // 41 samples evenly from 0 to 1: SD = sqrt(41 · 42 / 12) / 40.
        assertThat(still.spread()).isCloseTo(Math.sqrt(41 * 42 / 12.0) / 40, within(1e-9));
    }

    @Test
    void a_quiet_sensor_counts_as_zero() {
        assertThat(rest(41, t -> 0.2).refusal()).isEmpty();
    }

    @Test
    void what_is_not_quiet_is_refused_with_its_reason() {
        assertThat(rest(2, t -> 0).refusal()).contains(TareRefusal.NO_SIGNAL);
        assertThat(rest(41, t -> 1).refusal()).contains(TareRefusal.NOT_ZERO);
        assertThat(rest(41, t -> 2.5 * (t - 0.25)).refusal()).contains(TareRefusal.DRIFTING);
        assertThat(rest(41, t -> 3 * Math.sin(2 * Math.PI * 8 * t)).refusal()).contains(TareRefusal.UNSTEADY);
    }

    @Test
    void one_that_was_ended_takes_no_more() {
        RestWindow window = new RestWindow();
        window.sample(0, 1);
        window.end();
        window.sample(10, 9);
        assertThat(window.isFull()).isTrue();
        assertThat(window.stillness()).isEqualTo(new Stillness(1, 1, 0, 0));
    }
}
