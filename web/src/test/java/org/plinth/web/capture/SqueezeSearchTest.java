package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

class SqueezeSearchTest {

    private static final SqueezeSearch.Limits SHORT = new SqueezeSearch.Limits(
            Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Hands hands = new Hands();

    private Squeezed among(String... ids) throws InterruptedException {
        return new SqueezeSearch(hands, SHORT).among(List.of(ids));
    }

    @Test
    void the_one_that_is_squeezed_is_named_and_all_are_given_back() throws InterruptedException {
        hands.squeezed = Set.of("b");
        assertThat(among("a", "b", "c")).isEqualTo(new Squeezed(List.of("b"), List.of()));
        assertThat(hands.given).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void two_that_are_squeezed_are_both_told_so_that_none_is_taken() throws InterruptedException {
        hands.squeezed = Set.of("a", "c");
        assertThat(among("a", "b", "c").risen()).containsExactly("a", "c");
    }

    @Test
    void where_nobody_squeezes_the_wait_ends() throws InterruptedException {
        assertThat(among("a", "b")).isEqualTo(new Squeezed(List.of(), List.of()));
        assertThat(hands.given).hasSize(2);
    }

    @Test
    void what_another_visit_holds_or_what_is_out_of_reach_is_not_listened_to() throws InterruptedException {
        hands.failing = Set.of("a");
        hands.silent = Set.of("b");
        hands.squeezed = Set.of("c");
        assertThat(among("a", "b", "c")).isEqualTo(new Squeezed(List.of("c"), List.of("a", "b")));
        assertThat(hands.given).doesNotContainKey("a").containsEntry("b", true).containsEntry("c", true);
    }

    @Test
    void one_that_does_not_connect_holds_up_no_one_and_is_given_back_when_it_does() throws InterruptedException {
        hands.slow = Set.of("a");
        hands.squeezed = Set.of("b");
        assertThat(new SqueezeSearch(
                                hands,
                                new SqueezeSearch.Limits(
                                        Duration.ofMillis(100),
                                        Duration.ofMillis(100),
                                        Duration.ofMillis(50),
                                        Duration.ofMillis(100)))
                        .among(List.of("a", "b")))
                .isEqualTo(new Squeezed(List.of("b"), List.of("a")));
        assertThat(hands.given).doesNotContainKey("a");
        hands.connecting.countDown();
        hands.late.await();
        assertThat(hands.given).containsEntry("a", true);
    }

    /** Sensors that are squeezed as soon as somebody listens. */
    private static final class Hands implements SqueezeSearch.Sensors {

        final Map<String, Boolean> given = new ConcurrentHashMap<>();
        final CountDownLatch connecting = new CountDownLatch(1);
        final CountDownLatch late = new CountDownLatch(1);
        Set<String> squeezed = Set.of();
        Set<String> failing = Set.of();
        Set<String> silent = Set.of();
        Set<String> slow = Set.of();

        @Override
        public boolean borrow(String id) {
            if (failing.contains(id)) {
                throw new SensorException(Fault.NO_DEVICE, "The sensor is not in reach.");
            }
            if (slow.contains(id)) {
                hold();
            }
            return true;
        }

        private void hold() {
            try {
                connecting.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public SqueezeEar listen(String id, Runnable onRise) {
            if (silent.contains(id)) {
                throw new SensorException(Fault.TIMEOUT, "The sensor did not answer.");
            }
            SqueezeEar ear = new SqueezeEar(ProgressorStream.assembly(), onRise);
            ProgressorStream stream = new ProgressorStream(ear::packet);
            stream.force(0, 400);
            stream.force(squeezed.contains(id) ? 60 : 1, 400);
            return ear;
        }

        @Override
        public void giveBack(String id, boolean wasBorrowed) {
            given.put(id, wasBorrowed);
            if (slow.contains(id)) {
                late.countDown();
            }
        }
    }
}
