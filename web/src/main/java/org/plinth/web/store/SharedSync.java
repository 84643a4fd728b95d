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
 * Forces what was committed to the disk, on a thread of its own: whoever comes while it is at it shares the next time. Any thread.
 */
final class SharedSync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSync.class);
    private static final long PATIENCE_SECONDS = 30;

    private final Sync sync;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(SharedSync::thread);
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean busy;

    /** Returns when everything committed before the call is on the disk. */
    @FunctionalInterface
    interface Sync {
        void force() throws SQLException;
    }

    SharedSync(Sync sync) {
        this.sync = sync;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plinth-sync");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (ended, fault) -> LOG.error("{} ended with a fault", ended.getName(), fault));
        return thread;
    }

    /** Done when everything committed before the call is on the disk; fails with the {@link SQLException} of the database. */
    synchronized CompletableFuture<Void> next() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        waiting.add(mine);
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
        for (List<CompletableFuture<Void>> some = taken(); !some.isEmpty(); some = taken()) {
            boolean told = false;
            try {
                sync.force();
                told = true;
                some.forEach(one -> one.complete(null));
            } catch (SQLException failure) {
                told = true;
                some.forEach(one -> one.completeExceptionally(failure));
            } finally {
                if (!told) {
                    broken(some);
                }
            }
        }
    }

    /** By a fault of the program, which ends the thread and is logged there: nobody waits for ever, and who comes next begins again. */
    private synchronized void broken(List<CompletableFuture<Void>> some) {
        List<CompletableFuture<Void>> all = new ArrayList<>(some);
        all.addAll(waiting);
        waiting = new ArrayList<>();
        busy = false;
        all.forEach(one -> one.completeExceptionally(new SQLException("the disk was not reached")));
    }

    private synchronized List<CompletableFuture<Void>> taken() {
        List<CompletableFuture<Void>> some = waiting;
        waiting = new ArrayList<>();
        busy = !some.isEmpty();
        return some;
    }

    /** Takes nothing more, and waits for nothing. */
    void abandon() {
        thread.shutdown();
    }

    /** Takes nothing more, and waits for what was asked. */
    @Override
    public void close() {
        abandon();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
