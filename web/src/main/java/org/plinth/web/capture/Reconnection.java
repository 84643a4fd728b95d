package org.plinth.web.capture;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again to reach what went out of reach: every two seconds, thirty times. One attempt at a time. Any thread. */
final class Reconnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reconnection.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final int MOST_ATTEMPTS = 30;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Reconnection::thread);

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sensor-reconnection");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins; the attempt says true once there is nothing more to do. */
    void begin(BooleanSupplier attempt) {
        later(attempt, MOST_ATTEMPTS);
    }

    private void later(BooleanSupplier attempt, int left) {
        try {
            var unused = thread.schedule(() -> once(attempt, left), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("no reconnection any more: the room is closed");
        }
    }

    private void once(BooleanSupplier attempt, int left) {
        boolean over = false;
        try {
            over = attempt.getAsBoolean();
        } catch (RuntimeException fault) {
            // One attempt that fails in an unforeseen way must not be the last one.
            LOG.warn("an attempt to reach the sensor again failed", fault);
        }
        if (!over && left > 1) {
            later(attempt, left - 1);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
