package org.plinth.driver.link.tinyb.child;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.plinth.driver.link.tinyb.Frame;
import org.plinth.driver.link.tinyb.FrameStream;
import org.plinth.driver.link.tinyb.FrameType;
import org.plinth.driver.link.tinyb.PayloadWriter;

/**
 * What is on its way to the parent. Bounded in packets: one that does not fit is dropped and counted, and the count is
 * told before the next packet of its link. Answers always fit. Any thread puts; one thread writes.
 */
final class Outbox {

    /** Five seconds of the fastest sensor. */
    static final int CAPACITY = 16_384;

    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    @SuppressWarnings("ArrayRecordComponent") // belongs to the outbox alone
    private record Waiting(FrameType type, long hostNanos, byte[] payload) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<Integer, Long> dropped = new HashMap<>();
    private final int capacity;
    private long packets;
    private int seq;

    Outbox(int capacity) {
        this.capacity = capacity;
    }

    /** A notification; the bytes belong to the outbox. Never blocks. */
    synchronized void packet(int link, UUID characteristic, byte[] bytes, long hostNanos) {
        if (waiting.size() >= capacity) {
            dropped.merge(link, 1L, Long::sum);
            return;
        }
        Optional.ofNullable(dropped.remove(link))
                .ifPresent(count -> add(new Waiting(
                        FrameType.OVERFLOW,
                        hostNanos,
                        new PayloadWriter().u32(link).u64(count).bytes())));
        byte[] payload =
                new PayloadWriter().u32(link).uuid(characteristic).rest(bytes).bytes();
        packets++;
        add(new Waiting(FrameType.PACKET, hostNanos, payload));
    }

    /** Anything else. */
    synchronized void tell(FrameType type, PayloadWriter payload) {
        add(new Waiting(type, System.nanoTime(), payload.bytes()));
    }

    private void add(Waiting one) {
        waiting.add(one);
        notifyAll();
    }

    /** Writes until the pipe breaks, with a sign of life each second. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        long nextBeat = System.nanoTime() + HEARTBEAT_NANOS;
        while (true) {
            Optional<Waiting> next = next(nextBeat);
            if (next.isPresent()) {
                write(out, next.get());
            }
            if (System.nanoTime() - nextBeat >= 0) {
                nextBeat += HEARTBEAT_NANOS;
                write(out, new Waiting(FrameType.HEARTBEAT, System.nanoTime(), beat()));
            }
        }
    }

    private synchronized byte[] beat() {
        return new PayloadWriter().u64(packets).bytes();
    }

    private void write(OutputStream out, Waiting one) throws IOException {
        FrameStream.write(out, new Frame(one.type().code(), seq++, one.hostNanos(), one.payload()));
    }

    private synchronized Optional<Waiting> next(long until) throws InterruptedException {
        long left = until - System.nanoTime();
        while (waiting.isEmpty() && left > 0) {
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = until - System.nanoTime();
        }
        return Optional.ofNullable(waiting.poll());
    }

    /** Waits until everything is written, at most so long. */
    synchronized void awaitEmpty(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!waiting.isEmpty() && System.nanoTime() - until < 0) {
            wait(10);
        }
    }
}
