package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.plinth.web.store.StoreFailure.Reason;

/**
 * Small changes of many callers in one transaction, so that they share what a commit costs. One whose work throws fails
 * alone: the others are then written without it. Where the database fails, all fail. Any thread; the changes are made on a thread of their own.
 */
final class SharedWrites implements AutoCloseable {

    /**
     * After a commit that several shared more are on their way, and a moment later they share the next one: each writes the pages on the
     * way to its rows anew, however many it is for. Whoever is alone waits for nobody.
     */
    private static final Duration BREATH = Duration.ofMillis(10);

    private final Writing writing;
    private final Turns<Asked> turns = new Turns<>("plinth-notes", this::all);

    /** Commits all of these or nothing; done when they are on the disk. */
    @FunctionalInterface
    interface Writing {
        CompletionStage<Void> write(List<Change> changes);
    }

    /** What one caller changes. */
    record Change(Act act, Consumer<Stores> work) {}

    private record Asked(Change change, CompletableFuture<Void> told) {

        void tell(Throwable failure) {
            if (failure == null) {
                told.complete(null);
            } else {
                told.completeExceptionally(failure);
            }
        }
    }

    SharedWrites(Writing writing) {
        this.writing = writing;
    }

    /** Done when it is on the disk; fails with what the change threw, or with a {@link StoreFailure}. */
    CompletableFuture<Void> next(Act act, Consumer<Stores> work) {
        Asked asked = new Asked(new Change(act, work), new CompletableFuture<>());
        var unused = turns.next(asked).whenComplete((nothing, failure) -> {
            if (failure != null) {
                asked.tell(failure instanceof SQLException sql ? SqlErrors.failure(sql) : failure);
            }
        });
        return asked.told();
    }

    private void all(List<Asked> some) {
        try {
            CompletionStage<Void> onDisk =
                    writing.write(some.stream().map(Asked::change).toList());
            // Waited for, so that more come together for the next commit: each costs as much as many notes.
            onDisk.handle((nothing, failure) -> {
                        some.forEach(one -> one.tell(failure));
                        return true;
                    })
                    .toCompletableFuture()
                    .join();
            if (some.size() > 1) {
                LockSupport.parkNanos(BREATH.toNanos());
            }
        } catch (RuntimeException failure) {
            // Whatever one change throws is its caller's alone.
            if (some.size() == 1 || isGone(failure)) {
                some.forEach(one -> one.tell(failure));
            } else {
                some.forEach(one -> all(List.of(one)));
            }
        }
    }

    /** Nobody knows whether it was committed: it must not be done once more. */
    private static boolean isGone(RuntimeException failure) {
        return failure instanceof StoreFailure store && store.reason() == Reason.UNAVAILABLE;
    }

    /** Takes nothing more, and waits for what was asked. */
    @Override
    public void close() {
        turns.close();
    }
}
