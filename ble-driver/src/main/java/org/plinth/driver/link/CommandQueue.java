package org.plinth.driver.link;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/**
 * The one queue to a peripheral: one GATT operation at a time, each with a time-out, and for protocols whose replies
 * carry no opcode, one outstanding command. Sits between a link and the listener, which sees every packet first.
 *
 * <p>Commands from any thread; packets on the link's thread.
 */
public final class CommandQueue implements LinkListener {

    private static final long LONGEST_QUEUE_SECONDS = 30;

    private final BleLink link;
    private final LinkListener listener;
    private final Function<byte[], Optional<byte[]>> replyIn;
    private final ReentrantLock operation = new ReentrantLock(true);
    private final ReentrantLock state = new ReentrantLock();
    private final Condition changed = state.newCondition();

    private boolean waiting;
    private boolean lost;

    private Optional<byte[]> reply = Optional.empty();

    /**
     * A queue in front of a link.
     *
     * @param replyIn the reply that a notification holds, if it holds one
     */
    public CommandQueue(BleLink link, LinkListener listener, Function<byte[], Optional<byte[]>> replyIn) {
        this.link = link;
        this.listener = listener;
        this.replyIn = replyIn;
    }

    /** Connects the link to this queue. */
    public void connect() {
        locked(() -> {
            link.connect(this);
            return true;
        });
        state.lock();
        try {
            lost = false;
        } finally {
            state.unlock();
        }
    }

    /** Turns notifications on. */
    public void subscribe(UUID service, UUID characteristic) {
        locked(() -> {
            link.subscribe(service, characteristic);
            return true;
        });
    }

    /** Writes; no reply expected. */
    public void write(UUID service, UUID characteristic, byte... value) {
        locked(() -> {
            link.write(service, characteristic, value.clone());
            return true;
        });
    }

    /** Reads a value once. */
    public byte[] read(UUID service, UUID characteristic) {
        return locked(() -> link.read(service, characteristic));
    }

    /**
     * Writes and waits for the reply.
     *
     * @throws SensorException with {@link Fault#TIMEOUT} if none comes, {@link Fault#IO} if the link goes down
     */
    public byte[] ask(UUID service, UUID characteristic, byte[] value, Duration limit) {
        return locked(() -> {
            expect();
            link.write(service, characteristic, value.clone());
            return await(limit);
        });
    }

    /** Runs several operations that nothing may come between. */
    public void together(Runnable operations) {
        locked(() -> {
            operations.run();
            return true;
        });
    }

    @Override
    public void packet(Packet packet) {
        listener.packet(packet);
        Optional<byte[]> found = replyIn.apply(packet.bytes());
        if (found.isEmpty()) {
            return;
        }
        state.lock();
        try {
            if (waiting) {
                reply = found;
                waiting = false;
                changed.signalAll();
            }
        } finally {
            state.unlock();
        }
    }

    @Override
    public void disconnected(String reason) {
        state.lock();
        try {
            lost = true;
            changed.signalAll();
        } finally {
            state.unlock();
        }
        listener.disconnected(reason);
    }

    @Override
    public void overflowed(long packets) {
        listener.overflowed(packets);
    }

    private void expect() {
        state.lock();
        try {
            waiting = true;
            reply = Optional.empty();
        } finally {
            state.unlock();
        }
    }

    private byte[] await(Duration limit) {
        long left = limit.toNanos();
        state.lock();
        try {
            while (waiting && !lost && left > 0) {
                left = changed.awaitNanos(left);
            }
            waiting = false;
            if (reply.isPresent()) {
                return reply.get();
            }
            throw lost
                    ? new SensorException(Fault.IO, "The connection was lost before the sensor answered.")
                    : new SensorException(Fault.TIMEOUT, "The sensor did not answer.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SensorException(Fault.CANCELLED, "Stopped while waiting for the sensor.", stopped);
        } finally {
            state.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        try {
            if (!operation.tryLock(LONGEST_QUEUE_SECONDS, TimeUnit.SECONDS)) {
                throw new SensorException(Fault.TIMEOUT, "The sensor is still busy with an earlier command.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SensorException(Fault.CANCELLED, "Stopped while waiting for the sensor.", stopped);
        }
        try {
            return work.get();
        } finally {
            operation.unlock();
        }
    }
}
