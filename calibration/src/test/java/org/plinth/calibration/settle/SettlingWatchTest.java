package org.plinth.calibration.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.settle.SettlingState.Filling;
import org.plinth.calibration.settle.SettlingState.Moving;
import org.plinth.calibration.settle.SettlingState.NeverSettles;
import org.plinth.calibration.settle.SettlingState.Settled;

class SettlingWatchTest {

    private static final SettlingRule RULE = SettlingRule.usual(40_000);

    /** 80 readings a second from a fresh load on. */
    private static SettlingState after(double seconds, DoubleUnaryOperator readingAtSecond) {
        SettlingWatch watch = new SettlingWatch(RULE);
        for (int i = 0; i * 0.0125 <= seconds; i++) {
            watch.sample(i * 12_500L, readingAtSecond.applyAsDouble(i * 0.0125));
        }
        return watch.state();
    }

    @Test
    void less_than_the_window_is_too_short_to_tell() {
        assertThat(new SettlingWatch(RULE).state()).isEqualTo(new Filling(0));
        assertThat(after(1, t -> 8420)).isInstanceOfSatisfying(Filling.class, filling -> assertThat(filling.share())
                .isCloseTo(0.5, within(0.01)));
    }

    @Test
    void a_swing_that_dies_out_settles_and_gives_the_mean_of_the_last_two_seconds() {
        DoubleUnaryOperator swing = t -> 8420 + 2000 * Math.exp(-t) * Math.cos(12 * t);
        assertThat(after(3, swing)).isInstanceOf(Moving.class);
        assertThat(after(12, swing)).isInstanceOfSatisfying(Settled.class, settled -> {
            assertThat(settled.mean()).isCloseTo(8420, within(0.5));
            assertThat(settled.samples()).isEqualTo(161);
            assertThat(settled.how().drift()).isCloseTo(0, within(1.0));
        });
    }

    @Test
    void a_creep_that_goes_on_never_settles() {
        assertThat(after(10, t -> 8420 + 30 * t)).isInstanceOf(Moving.class);
        assertThat(after(61, t -> 8420 + 30 * t)).isInstanceOfSatisfying(NeverSettles.class, never -> assertThat(
                        never.how().drift())
                .isCloseTo(60, within(0.5)));
    }

    @Test
    void an_hour_of_readings_needs_no_more_room_than_the_window() {
        assertThat(after(3600, t -> 8420)).isInstanceOf(Settled.class);
    }
}
