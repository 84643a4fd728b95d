package org.plinth.web.audit;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.plinth.web.audit.WatchedClock.SetBack;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the audit log while a server runs: a checkpoint at the start, at the end and whenever one is due; a row when
 * the clock was set back; what was only counted. One thread of its own.
 */
public final class AuditKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditKeeper.class);
    private static final long EVERY_SECONDS = 30;
    private static final long PATIENCE_SECONDS = 10;

    private final Store store;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final Runnable more;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "audit-keeper");
        made.setDaemon(true);
        return made;
    });

    private AuditKeeper(Store store, Checkpoints checkpoints, Clock clock, Runnable more) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.more = more;
    }

    /**
     * Begins: writes the first checkpoint before it returns.
     *
     * @param clock told to tell of being set back
     * @param more done with every look, such as writing what was only counted
     */
    public static AuditKeeper start(Store store, Checkpoints checkpoints, WatchedClock clock, Runnable more) {
        AuditKeeper keeper = new AuditKeeper(store, checkpoints, clock, more);
        checkpoints.latest().map(Checkpoint::at).ifPresent(clock::notBefore);
        clock.onSetBack(setBack -> handOver(keeper.thread, () -> keeper.note(setBack)));
        quietly(checkpoints::write);
        ScheduledFuture<?> untilClose =
                keeper.thread.scheduleWithFixedDelay(keeper::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        if (untilClose.isDone()) {
            throw new IllegalStateException("the audit log's clock does not run");
        }
        return keeper;
    }

    private static void handOver(ExecutorService thread, Runnable work) {
        try {
            thread.execute(() -> quietly(work::run));
        } catch (RejectedExecutionException e) {
            LOG.warn("the clock was set back while Plinth was stopping");
        }
    }

    private void note(SetBack setBack) {
        Map<String, Object> details =
                Map.of("from", setBack.from().toString(), "to", setBack.to().toString());
        store.write(Act.ofPlinth(Act.INSTALLATION, clock.instant(), "clock.set-back"), stores -> {
            stores.audit().note("clock", details);
            return true;
        });
    }

    private void look() {
        quietly(more::run);
        quietly(checkpoints::writeIfDue);
    }

    @FunctionalInterface
    private interface Work {
        void run();
    }

    /** The next look tries again; an operator reads the log. */
    private static void quietly(Work work) {
        try {
            work.run();
        } catch (StoreFailure | UncheckedIOException | IllegalStateException e) {
            LOG.error("the audit log could not be looked after: {}", e.getMessage());
        }
    }

    /** Does all that waits, and writes the last checkpoint. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the audit log was left while it was looked after");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quietly(more::run);
        quietly(checkpoints::write);
    }
}
