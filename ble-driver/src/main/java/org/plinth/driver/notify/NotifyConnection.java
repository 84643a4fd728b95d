package org.plinth.driver.notify;

import java.util.List;
import java.util.Optional;
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
            send(profile.start());
        });
        streaming = true;
    }

    @Override
    public void stop() {
        if (streaming) {
            send(profile.stop());
            streaming = false;
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
        link.close();
    }

    private void send(List<NotifyProfile.Write> writes) {
        queue.together(
                () -> writes.forEach(write -> queue.write(write.service(), write.characteristic(), write.bytes())));
    }
}
