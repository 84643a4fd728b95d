package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Instant NOW = Instant.parse("2026-08-06T09:00:00Z");
    private static final String HERE = "10.0.0.1";
    private static final String AFAR = "203.0.113.9";

    private final LoginThrottle throttle = new LoginThrottle();
    private Instant at = NOW;

    /** Wrong tries, each made as soon as it may be. */
    private Duration wrong(int times, String login, String address) {
        Duration waited = Duration.ZERO;
        for (int i = 0; i < times; i++) {
            Duration wait = throttle.password(login, address, at).orElse(Duration.ZERO);
            if (!wait.isZero()) {
                at = at.plus(wait);
                waited = wait;
                assertThat(throttle.password(login, address, at)).isEmpty();
            }
        }
        return waited;
    }

    @Test
    void five_wrong_tries_are_answered_at_once_the_sixth_waits() {
        assertThat(wrong(5, "ada", HERE)).isZero();

        assertThat(throttle.password("ada", HERE, NOW)).contains(Duration.ofSeconds(1));
    }

    @Test
    void each_further_one_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        assertThat(wrong(9, "ada", HERE)).isEqualTo(Duration.ofSeconds(8));

        assertThat(wrong(12, "ada", HERE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void many_at_once_are_many_tries() {
        long lookedAt = java.util.stream.IntStream.range(0, 16)
                .parallel()
                .filter(i -> throttle.password("ada", HERE, NOW).isEmpty())
                .count();

        assertThat(lookedAt).isEqualTo(5);
    }

    @Test
    void capitals_of_the_login_make_no_difference() {
        wrong(3, "Ada", HERE);
        wrong(2, "aDA", HERE);

        assertThat(throttle.password("ada", HERE, NOW)).isPresent();
    }

    @Test
    void a_thousand_tries_from_everywhere_slow_a_stranger_by_seconds_and_not_her_where_she_came_in_before() {
        throttle.password("ada", HERE, NOW);
        throttle.passwordRight("ada", HERE);
        for (int i = 0; i < 1000; i++) {
            throttle.password("ada", "203.0.113." + i % 250, at);
            at = at.plusSeconds(5);
        }

        throttle.password("ada", "198.51.100.7", at);
        assertThat(throttle.password("ada", "198.51.100.8", at))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(4)));
        assertThat(throttle.password("ada", HERE, at)).isEmpty();
    }

    @Test
    void guessing_at_many_logins_from_one_address_waits_too_but_not_who_came_in_from_there() {
        throttle.password("bea", AFAR, NOW);
        throttle.passwordRight("bea", AFAR);
        for (int i = 0; i < 31; i++) {
            throttle.password("person" + i, AFAR, NOW);
        }

        assertThat(throttle.password("another", AFAR, NOW)).isPresent();
        assertThat(throttle.password("another", HERE, NOW)).isEmpty();
        assertThat(throttle.password("bea", AFAR, NOW)).isEmpty();
    }

    @Test
    void the_right_password_clears_the_login_and_costs_the_address_nothing() {
        wrong(5, "ada", HERE);
        throttle.passwordRight("ada", HERE);
        assertThat(throttle.password("ada", HERE, NOW)).isEmpty();

        for (int i = 0; i < 100; i++) {
            assertThat(throttle.password("person" + i, AFAR, NOW)).isEmpty();
            throttle.passwordRight("person" + i, AFAR);
        }
    }

    @Test
    void six_digits_are_guarded_against_all_the_world_together() {
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.code("ada", "203.0.113." + i, NOW)).isEmpty();
        }
        Instant later = NOW;
        Duration wait = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            wait = throttle.code("ada", "198.51.100." + i, later).orElse(Duration.ZERO);
            later = later.plus(wait);
            throttle.code("ada", "198.51.100.10" + i, later);
        }
        assertThat(wait).isEqualTo(Duration.ofMinutes(15));
        throttle.codeRight("ada", HERE);
        assertThat(throttle.code("ada", HERE, later)).isEmpty();
    }

    @Test
    void a_wrong_link_from_elsewhere_is_nobody_elses_wait() {
        for (int i = 0; i < 100; i++) {
            throttle.here("invitation", "203.0.113." + i % 10, NOW);
        }

        assertThat(throttle.here("invitation", AFAR, NOW)).isPresent();
        assertThat(throttle.here("invitation", HERE, NOW)).isEmpty();
    }

    @Test
    void memory_is_bounded_whoever_guesses_and_what_is_an_hour_old_is_forgotten() {
        for (int i = 0; i < 30_000; i++) {
            throttle.password("login " + i, "203.0.113." + i % 30_000, NOW);
        }
        assertThat(throttle.size()).isEqualTo(20_000);

        throttle.password("ada", HERE, NOW.plus(Duration.ofMinutes(61)));
        assertThat(throttle.size()).isEqualTo(3);
    }
}
