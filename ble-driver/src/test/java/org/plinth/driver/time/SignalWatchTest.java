package org.plinth.driver.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignalWatchTest {

    private static final long SECOND = 1_000_000_000;

    private final SignalWatch watch = new SignalWatch();

    @Test
    void a_stream_that_was_never_started_or_was_stopped_is_not_missed() {
        assertThat(watch.isSignalLost(100 * SECOND)).isFalse();
        watch.started(0);
        watch.stopped();
        assertThat(watch.isSignalLost(100 * SECOND)).isFalse();
    }

    @Test
    void the_first_sample_has_a_second_to_come() {
        watch.started(5 * SECOND);
        assertThat(watch.isSignalLost(6 * SECOND)).isFalse();
        assertThat(watch.isSignalLost(6 * SECOND + 1)).isTrue();
    }

    @Test
    void a_second_without_a_sample_is_a_lost_signal_until_the_next() {
        watch.started(0);
        watch.sample(SECOND / 2);
        assertThat(watch.isSignalLost(SECOND + SECOND / 2)).isFalse();
        assertThat(watch.isSignalLost(2 * SECOND)).isTrue();
        watch.sample(2 * SECOND);
        assertThat(watch.isSignalLost(2 * SECOND + 1)).isFalse();
    }
}
