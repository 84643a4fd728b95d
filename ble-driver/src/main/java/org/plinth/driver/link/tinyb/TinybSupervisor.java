package org.plinth.driver.link.tinyb;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.bluez.BluezAdapters;

/** Keeps one child for the adapter in use: starts it when it is needed, anew when it died. Any thread. */
final class TinybSupervisor implements AutoCloseable {

    private final BluezAdapters adapters;
    private final RestartBudget budget = new RestartBudget();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(TinybSupervisor::thread);
    private Optional<TinybNatives> natives = Optional.empty();
    private Optional<ChildProcess> child = Optional.empty();
    private boolean closed;

    TinybSupervisor(BluezAdapters adapters) {
        this.adapters = adapters;
        var unused = watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * A child that lives, on the adapter to use now.
     *
     * @throws SensorException why there is none
     */
    synchronized ChildProcess child() {
        if (closed) {
            throw new SensorException(Fault.CANCELLED, "Bluetooth was ended.");
        }
        String adapter = adapters.choose();
        Optional<ChildProcess> running =
                child.filter(one -> one.isAlive() && one.adapter().equals(adapter));
        if (running.isPresent()) {
            return running.get();
        }
        child.ifPresent(ChildProcess::close);
        pauseBeforeStart();
        if (natives.isEmpty()) {
            natives = Optional.of(TinybNatives.extract());
        }
        ChildProcess started = ChildProcess.start(
                new ChildLauncher(adapters.busAddress(), natives.get().folder()), adapter);
        var unused = started.ended().thenAccept(this::ended);
        child = Optional.of(started);
        return started;
    }

    private void ended(int code) {
        if (code != 0) {
            budget.died(System.nanoTime());
        }
    }

    private void pauseBeforeStart() {
        OptionalLong pause = budget.pauseNanos(System.nanoTime());
        if (pause.isEmpty()) {
            throw new SensorException(
                    Fault.NO_TRANSPORT, "The Bluetooth process ended more than five times within a minute.");
        }
        long until = System.nanoTime() + pause.getAsLong();
        for (long left = pause.getAsLong(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The child that runs now, whoever asks. */
    synchronized Optional<ChildProcess> running() {
        return child.filter(ChildProcess::isAlive);
    }

    private void look() {
        running().ifPresent(ChildProcess::watch);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tinyb-watch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        synchronized (this) {
            closed = true;
            child.ifPresent(ChildProcess::close);
            natives.ifPresent(TinybNatives::close);
            child = Optional.empty();
            natives = Optional.empty();
        }
    }
}
