package org.plinth.driver.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.CommandQueue;
import org.plinth.driver.link.LinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands by a {@link NotifyProfile}. Notifications are turned on with the start, since some sensors need no more. */
final class NotifyConnection implements SensorConnection {

    private static final Logger LOG = LoggerFactory.getLogger(NotifyConnection.class);

    private final NotifyProfile profile;
    private final BleLink link;
    private final CommandQueue queue;
    private volatile boolean streaming;
    private volatile Optional<ScheduledExecutorService> alive = Optional.empty();

    private NotifyConnection(NotifyProfile profile, BleLink link, CommandQueue queue) {
        this.profile = profile;
        this.link = link;
        this.queue = queue;
    }

    static NotifyConnection open(NotifyProfile profile, BleLink link, LinkListener listener) {
        CommandQueue queue = new CommandQueue(link, listener, profile.battery()::replyIn);
        try {
            queue.connect();
        } catch (SensorException failed) {
            link.close();
            throw failed;
        }
        return new NotifyConnection(profile, link, queue);
    }

    @Override
    public void start() {
        queue.together(() -> {
            queue.subscribe(profile.service(), profile.characteristic());
            for (NotifyProfile.Write write : profile.start()) {
                send(List.of(write));
                settle(profile.pace().betweenWrites());
            }
        });
        streaming = true;
        profile.pace().keepAlive().ifPresent(this::keepAlive);
    }

    @Override
    public void stop() {
        if (streaming) {
            streaming = false;
            alive.ifPresent(ScheduledExecutorService::shutdownNow);
            alive = Optional.empty();
            send(profile.stop());
        }
    }

    private void keepAlive(NotifyProfile.Write write) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(NotifyConnection::thread);
        alive = Optional.of(timer);
        long nanos = profile.pace().every().toNanos();
        // A write that fails ends the timer; the loss of the link, or the silence that follows, is told elsewhere.
        var unused = timer.scheduleWithFixedDelay(() -> stillThere(write), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private void stillThere(NotifyProfile.Write write) {
        if (streaming) {
            queue.write(write.service(), write.characteristic(), write.bytes());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sensor-keep-alive");
        thread.setDaemon(true);
        return thread;
    }

    private static void settle(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void tare() {
        if (profile.tare().isEmpty()) {
            throw new SensorException(Fault.UNSUPPORTED, "This sensor cannot be zeroed by command.");
        }
        send(profile.tare());
    }

    @Override
    public Optional<BatteryReading> battery() {
        if (streaming) {
            throw new SensorException(Fault.UNSUPPORTED, "The sensor answers questions only while its stream rests.");
        }
        return profile.battery().ask(queue, profile);
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (SensorException gone) {
            LOG.debug("not stopped before the link was closed: {}", gone.fault());
        }
        streaming = false;
        alive.ifPresent(ScheduledExecutorService::shutdownNow);
        link.close();
    }

    private void send(List<NotifyProfile.Write> writes) {
        queue.together(
                () -> writes.forEach(write -> queue.write(write.service(), write.characteristic(), write.bytes())));
    }
}
