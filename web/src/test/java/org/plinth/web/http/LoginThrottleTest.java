package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Instant NOW = Instant.parse("2026-08-06T09:00:00Z");

    private final LoginThrottle throttle = new LoginThrottle();

    private void wrong(int times, String login, String address) {
        for (int i = 0; i < times; i++) {
            throttle.wrong(login, address, NOW);
        }
    }

    @Test
    void five_wrong_tries_are_answered_at_once_the_sixth_waits() {
        wrong(4, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1", NOW)).isEmpty();

        wrong(1, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1", NOW)).contains(Duration.ofSeconds(1));
    }

    @Test
    void each_further_one_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        wrong(8, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1", NOW)).contains(Duration.ofSeconds(8));

        wrong(30, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1", NOW)).contains(Duration.ofMinutes(15));
        assertThat(throttle.wait("ada", "10.0.0.1", NOW.plus(Duration.ofMinutes(15))))
                .isEmpty();
    }

    @Test
    void capitals_of_the_login_make_no_difference() {
        wrong(3, "Ada", "10.0.0.1");
        wrong(2, "aDA", "10.0.0.1");

        assertThat(throttle.wait("ada", "10.0.0.1", NOW)).isPresent();
    }

    @Test
    void a_few_tries_from_afar_do_not_shut_her_out() {
        wrong(10, "ada", "203.0.113.9");

        assertThat(throttle.wait("ada", "10.0.0.1", NOW)).isEmpty();
    }

    @Test
    void guessing_at_many_logins_from_one_address_waits_too() {
        for (int i = 0; i < 30; i++) {
            throttle.wrong("person" + i, "203.0.113.9", NOW);
        }

        assertThat(throttle.wait("another", "203.0.113.9", NOW)).isPresent();
        assertThat(throttle.wait("another", "10.0.0.1", NOW)).isEmpty();
    }

    @Test
    void the_right_password_clears_the_login() {
        wrong(6, "ada", "10.0.0.1");
        throttle.right("ada", "10.0.0.1");

        assertThat(throttle.wait("ada", "10.0.0.1", NOW)).isEmpty();
    }

    @Test
    void memory_is_bounded_whoever_guesses_and_what_is_an_hour_old_is_forgotten() {
        for (int i = 0; i < 30_000; i++) {
            throttle.wrong("login " + i, "203.0.113." + i % 200, NOW);
        }
        assertThat(throttle.size()).isEqualTo(20_000);

        throttle.wrong("ada", "10.0.0.1", NOW.plus(Duration.ofMinutes(61)));
        assertThat(throttle.size()).isEqualTo(3);
    }
}
