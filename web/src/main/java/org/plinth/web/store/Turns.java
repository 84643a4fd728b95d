package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on the database that is done for many at once, on a thread of its own: whoever comes while it is at it shares the next turn.
 * Any thread.
 *
 * @param <T> what each brings
 */
final class Turns<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final long PATIENCE_SECONDS = 30;

    private final Work<T> work;
    private final ExecutorService thread;
    private List<Waiting<T>> waiting = new ArrayList<>();
    private boolean busy;
    private boolean closed;

    /** Returns when it is done for all of these. */
    @FunctionalInterface
    interface Work<T> {
        void on(List<T> some) throws SQLException;
    }

    private record Waiting<T>(T brought, CompletableFuture<Void> told) {}

    /** On a thread of this name. */
    Turns(String name, Work<T> work) {
        this.work = work;
        this.thread = Executors.newSingleThreadExecutor(task -> thread(name, task));
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (ended, fault) -> LOG.error("{} ended with a fault", ended.getName(), fault));
        return thread;
    }

    /** Done when a turn that began after the call is over; fails with the {@link SQLException} of the database. */
    synchronized CompletableFuture<Void> next(T brought) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        if (closed) {
            mine.completeExceptionally(new SQLException("the database is closed"));
            return mine;
        }
        waiting.add(new Waiting<>(brought, mine));
        if (!busy) {
            begin(mine);
        }
        return mine;
    }

    private void begin(CompletableFuture<Void> first) {
        try {
            thread.execute(this::all);
            busy = true;
        } catch (RejectedExecutionException closed) {
            waiting = new ArrayList<>();
            first.completeExceptionally(new SQLException("the database is closed", closed));
        }
    }

    private void all() {
        for (List<Waiting<T>> some = taken(); !some.isEmpty(); some = taken()) {
            boolean told = false;
            try {
                work.on(some.stream().map(Waiting::brought).toList());
                told = true;
                some.forEach(one -> one.told().complete(null));
            } catch (SQLException failure) {
                told = true;
                some.forEach(one -> one.told().completeExceptionally(failure));
            } finally {
                if (!told) {
                    broken(some);
                }
            }
        }
    }

    /** By a fault of the program, which ends the thread and is logged there: nobody waits for ever, and who comes next begins again. */
    private synchronized void broken(List<Waiting<T>> some) {
        List<Waiting<T>> all = new ArrayList<>(some);
        all.addAll(waiting);
        waiting = new ArrayList<>();
        busy = false;
        all.forEach(one -> one.told().completeExceptionally(new SQLException("it could not be done")));
    }

    private synchronized List<Waiting<T>> taken() {
        List<Waiting<T>> some = waiting;
        waiting = new ArrayList<>();
        busy = !some.isEmpty();
        return some;
    }

    /** Takes nothing more, and waits for nothing. */
    synchronized void abandon() {
        closed = true;
        thread.shutdown();
    }

    /** Takes nothing more, and waits for what was asked. */
    @Override
    public void close() {
        abandon();
        try {
            // Not interrupted after that: in the middle of a write, H2 would close the file for everybody.
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("what was begun did not end within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
