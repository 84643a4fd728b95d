package org.plinth.driver.link;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/** Runs what may block, one after another on a thread of its own, each with a time-out. Any thread. */
public final class GattOperation implements AutoCloseable {

    private final ExecutorService thread;

    /** With a daemon thread of this name. */
    public GattOperation(String name) {
        thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Runs it and waits.
     *
     * @throws SensorException with {@link Fault#TIMEOUT} when it takes longer; whatever it throws otherwise
     */
    public <T> T within(Duration limit, String tooLong, Supplier<T> work) {
        Future<T> running;
        try {
            running = thread.submit(work::get);
        } catch (RejectedExecutionException closed) {
            throw new SensorException(Fault.IO, "The sensor is not connected.", closed);
        }
        try {
            return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            running.cancel(true);
            throw new SensorException(Fault.TIMEOUT, tooLong, late);
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new SensorException(Fault.CANCELLED, "Stopped while waiting for the sensor.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SensorException known) {
                throw known;
            }
            throw new SensorException(Fault.IO, "The link to the sensor failed.", failed);
        }
    }

    /** Takes no more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
