package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes of many in one commit: each hears of its own alone. */
@Timeout(60)
class SharedWritesTest {

    private static final Act ACT = new Act(Act.INSTALLATION, Act.NOBODY, Instant.EPOCH, "sample", "", "");

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Integer> sizes = new ArrayList<>();
    private CompletableFuture<Void> disk = CompletableFuture.completedFuture(null);
    private final SharedWrites writes = new SharedWrites(this::write);

    /** The first waits until all others have come. */
    private CompletionStage<Void> write(List<SharedWrites.Change> changes) {
        if (sizes.isEmpty()) {
            begun.countDown();
            uninterrupted(goOn);
        }
        sizes.add(changes.size());
        changes.forEach(change -> change.work().accept(null));
        return disk;
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        goOn.countDown();
        writes.close();
    }

    private CompletableFuture<Void> begin(Runnable work) {
        return writes.next(ACT, stores -> work.run());
    }

    /** Begun, and held up until the others are there. */
    private CompletableFuture<Void> alone() {
        CompletableFuture<Void> first = begin(() -> {});
        uninterrupted(begun);
        return first;
    }

    @Test
    void who_comes_meanwhile_shares_one_commit() {
        CompletableFuture<Void> first = alone();
        List<CompletableFuture<Void>> others =
                IntStream.range(0, 40).mapToObj(i -> begin(() -> {})).toList();
        assertThat(first).isNotDone();
        goOn.countDown();
        others.forEach(CompletableFuture::join);

        assertThat(sizes).containsExactly(1, 40);
    }

    @Test
    void one_that_fails_fails_alone_and_the_others_are_written_without_it() {
        List<String> written = new ArrayList<>();
        CompletableFuture<Void> first = alone();
        CompletableFuture<Void> good = begin(() -> written.add("good"));
        CompletableFuture<Void> bad = begin(() -> {
            throw new IllegalStateException("unforeseen");
        });
        CompletableFuture<Void> refused = begin(() -> {
            throw StoreFailure.notFound("it");
        });
        CompletableFuture<Void> last = begin(() -> written.add("last"));
        goOn.countDown();

        first.join();
        good.join();
        last.join();
        assertThatThrownBy(bad::join).hasRootCauseMessage("unforeseen");
        assertThatThrownBy(refused::join).hasRootCauseInstanceOf(StoreFailure.class);
        assertThat(written).endsWith("last").contains("good");
    }

    @Test
    void what_may_have_been_committed_is_not_done_once_more() {
        List<String> tried = new ArrayList<>();
        CompletableFuture<Void> first = alone();
        CompletableFuture<Void> one = begin(() -> tried.add("one"));
        CompletableFuture<Void> gone = begin(() -> {
            throw StoreFailure.unavailable("the database is gone", new IllegalStateException("gone"));
        });
        goOn.countDown();
        first.join();

        assertThatThrownBy(gone::join).hasCauseInstanceOf(StoreFailure.class);
        assertThatThrownBy(one::join).hasCauseInstanceOf(StoreFailure.class);
        assertThat(tried).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nobody_is_told_before_the_disk_and_its_failure_is_told_to_all() {
        disk = new CompletableFuture<>();
        CompletableFuture<Void> first = alone();
        goOn.countDown();
        CompletableFuture<Void> second = begin(() -> {});
        assertThatThrownBy(() -> first.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(second).isNotDone();
        disk.completeExceptionally(StoreFailure.unavailable("no disk", new IllegalStateException("no disk")));

        assertThatThrownBy(first::join).hasCauseInstanceOf(StoreFailure.class);
        assertThatThrownBy(second::join).hasCauseInstanceOf(StoreFailure.class);
    }

    @Test
    void closed_it_refuses() {
        goOn.countDown();
        writes.close();

        assertThatThrownBy(() -> begin(() -> {}).join()).hasCauseInstanceOf(StoreFailure.class);
    }
}
