package org.plinth.driver.tindeq;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.SensorIdentity;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.CommandQueue;
import org.plinth.driver.link.LinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands to one Progressor or clone. Only opcodes 64, 65, 66, 6B, 6F and 70 are ever sent: others erase the
 * calibration of some clones.
 *
 * <p>Sensors of this family disagree about taring while streaming, so a tare is stop, tare, start, with a pause
 * between. Battery and identity are asked only while the stream rests. Any thread.
 */
public final class ProgressorConnection implements SensorConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressorConnection.class);
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(2);
    /** Pause around a tare; as the maker's clients do. */
    private static final Duration SETTLE = Duration.ofMillis(50);

    private final BleLink link;
    private final CommandQueue queue;
    private volatile boolean streaming;

    private ProgressorConnection(BleLink link, CommandQueue queue) {
        this.link = link;
        this.queue = queue;
    }

    /**
     * Connects and turns notifications on.
     *
     * @throws SensorException with its cure
     */
    public static ProgressorConnection open(BleLink link, LinkListener listener) {
        CommandQueue queue = new CommandQueue(link, listener, ProgressorConnection::replyIn);
        try {
            queue.connect();
            queue.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
        } catch (SensorException failed) {
            link.close();
            throw failed;
        }
        link.mtu().ifPresent(ProgressorConnection::noteMtu);
        return new ProgressorConnection(link, queue);
    }

    @Override
    public void start() {
        command(ProgressorCodec.START);
        streaming = true;
    }

    @Override
    public void stop() {
        if (streaming) {
            command(ProgressorCodec.STOP);
            streaming = false;
        }
    }

    @Override
    public void tare() {
        queue.together(() -> {
            boolean resume = streaming;
            command(ProgressorCodec.STOP);
            streaming = false;
            settle();
            command(ProgressorCodec.TARE);
            settle();
            if (resume) {
                start();
            }
        });
    }

    @Override
    public SensorIdentity identity() {
        Optional<String> id = ask(ProgressorCodec.DEVICE_ID).flatMap(ProgressorReplies::deviceId);
        Optional<String> firmware = ask(ProgressorCodec.FIRMWARE).flatMap(ProgressorReplies::firmware);
        return new SensorIdentity(
                id, firmware, Optional.of(ProgressorKind.of(id, firmware).model()));
    }

    @Override
    public Optional<BatteryReading> battery() {
        return ask(ProgressorCodec.BATTERY)
                .map(ProgressorReplies::batteryMillivolts)
                .filter(millivolts -> millivolts.isPresent())
                .map(millivolts -> BatteryReading.ofMillivolts(millivolts.getAsInt()));
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

    private void command(byte opcode) {
        queue.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, opcode);
    }

    /** A clone may answer nothing: then it is unknown, no fault. */
    private Optional<byte[]> ask(byte opcode) {
        if (streaming) {
            throw new SensorException(Fault.UNSUPPORTED, "The sensor answers questions only while its stream rests.");
        }
        try {
            return Optional.of(
                    queue.ask(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {opcode}, REPLY_LIMIT));
        } catch (SensorException silent) {
            if (silent.fault() == Fault.TIMEOUT) {
                return Optional.empty();
            }
            throw silent;
        }
    }

    private static Optional<byte[]> replyIn(byte[] notification) {
        boolean reply =
                notification.length >= ProgressorCodec.HEADER_BYTES && notification[0] == ProgressorCodec.TYPE_REPLY;
        if (!reply) {
            return Optional.empty();
        }
        int length = Math.min(notification[1] & 0xFF, notification.length - ProgressorCodec.HEADER_BYTES);
        byte[] payload = new byte[length];
        System.arraycopy(notification, ProgressorCodec.HEADER_BYTES, payload, 0, length);
        return Optional.of(payload);
    }

    private static void noteMtu(int mtu) {
        if (mtu < ProgressorCodec.NEEDED_MTU) {
            LOG.warn("ATT MTU is {}: full packets need {} and would be cut", mtu, ProgressorCodec.NEEDED_MTU);
        } else {
            LOG.debug("ATT MTU is {}", mtu);
        }
    }

    private static void settle() {
        long until = System.nanoTime() + SETTLE.toNanos();
        for (long left = SETTLE.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
        }
    }
}
