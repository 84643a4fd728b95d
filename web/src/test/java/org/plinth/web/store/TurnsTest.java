package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One turn for many who wait. */
@Timeout(60)
class TurnsTest {

    private final AtomicInteger times = new AtomicInteger();

    @Test
    void who_comes_while_it_is_at_it_shares_the_next_time_and_never_this_one() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Turns<Integer> turns = new Turns<>("turns", some -> {
            times.incrementAndGet();
            begun.countDown();
            uninterrupted(goOn);
        })) {
            CompletableFuture<Void> first = turns.next(1);
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            List<CompletableFuture<Void>> others =
                    IntStream.range(0, 50).mapToObj(i -> turns.next(1)).toList();
            assertThat(first).isNotDone();
            goOn.countDown();
            first.join();
            others.forEach(CompletableFuture::join);
        }

        assertThat(times).hasValue(2);
    }

    @Test
    void a_failure_is_told_to_who_waited_for_it_and_to_nobody_after() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Turns<Integer> turns = new Turns<>("turns", some -> {
            if (broken.get()) {
                throw new SQLException("no disk");
            }
        })) {
            assertThatThrownBy(() -> turns.next(1).join())
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("no disk");
            broken.set(false);
            turns.next(1).join();
        }
    }

    @Test
    void a_fault_of_the_program_lets_nobody_wait_for_ever() {
        try (Turns<Integer> turns = new Turns<>("turns", some -> {
            throw new IllegalStateException("wrong");
        })) {
            assertThatThrownBy(() -> turns.next(1).join()).hasCauseInstanceOf(SQLException.class);
            assertThatThrownBy(() -> turns.next(1).join()).hasCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void closed_it_ends_what_was_asked_and_refuses_what_comes() {
        Turns<Integer> turns = new Turns<>("turns", some -> times.incrementAndGet());
        CompletableFuture<Void> asked = turns.next(1);
        turns.close();

        assertThat(asked).isCompleted();
        assertThatThrownBy(() -> turns.next(1).join()).hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> turns.next(1).join()).hasCauseInstanceOf(SQLException.class);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
