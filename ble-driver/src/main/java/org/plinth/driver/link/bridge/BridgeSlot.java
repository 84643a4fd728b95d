package org.plinth.driver.link.bridge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.PacketRelay;
import org.plinth.driver.link.RemoteStamp;

/**
 * One slot of one browser: its device, the commands under way, and the packets that are not taken care of yet. It outlives
 * the socket: a browser that comes back goes on where the acknowledgements ended.
 *
 * <p>Any thread; every method holds the lock of this object, and none waits while it does.
 */
final class BridgeSlot {

    /** What may wait to be taken care of. */
    static final int MOST_WAITING_BYTES = 1 << 20;

    private static final int ACK_EVERY = 16;
    private static final long NANOS_PER_MICRO = 1_000;

    private final int number;
    private final String bridge;
    private BridgeDevice device;
    private final Map<Integer, CompletableFuture<BridgeReply>> asked = new HashMap<>();
    private final Deque<BridgePacket> waiting = new ArrayDeque<>();
    private Optional<BridgeSender> browser;
    private Optional<PacketRelay> relay = Optional.empty();
    private int waitingBytes;
    private int nextOp;
    private long expected;
    private long taken = -1;
    private long acknowledged = -1;
    private long hostMinusBrowserNanos;
    private long wallMinusHostMicros;
    private boolean clockKnown;
    private boolean otherRun;
    private long earliestNanos = Long.MIN_VALUE;
    private boolean everHeard;
    private long announced;

    private BridgeSlot(String bridge, int number, BridgeDevice device, Optional<BridgeSender> browser, long next) {
        this.bridge = bridge;
        this.number = number;
        this.device = device;
        this.browser = browser;
        expected = next;
        taken = next - 1;
        acknowledged = taken;
        announced = next;
    }

    /** One that a browser opens, whose next packet will have this number. */
    static BridgeSlot opened(String bridge, int number, BridgeDevice device, BridgeSender browser, long next) {
        return new BridgeSlot(bridge, number, device, Optional.of(browser), next);
    }

    /** One that an earlier process had, whose browser is not back yet. */
    static BridgeSlot returning(BridgeReturn back, BridgeDevice device) {
        RemoteStamp first = back.first();
        BridgeSlot slot = new BridgeSlot(first.remote(), first.slot(), device, Optional.empty(), back.next());
        slot.hostMinusBrowserNanos = back.hostNanos() - first.micros() * NANOS_PER_MICRO;
        slot.wallMinusHostMicros = back.wallMicros() - back.hostNanos() / NANOS_PER_MICRO;
        slot.clockKnown = true;
        slot.otherRun = true;
        slot.earliestNanos = back.lastNanos();
        slot.announced = Long.MAX_VALUE;
        return slot;
    }

    synchronized BridgeDevice device() {
        return device;
    }

    /** Whether it is this one's; what an earlier process did not know of it is known from now on. */
    synchronized boolean isOf(BridgeDevice opened) {
        boolean same = otherRun ? device.id().equals(opened.id()) : device.equals(opened);
        if (same) {
            device = opened;
        }
        return same;
    }

    /** The browser is back and keeps packets up to there. */
    synchronized void announce(BridgeBacklog backlog) {
        announced = backlog.isEmpty() ? expected : backlog.next();
        browser.ifPresent(sender -> sender.ack(number, taken));
    }

    /** Whether the browser is away, or has not delivered yet what it kept meanwhile. */
    synchronized boolean isBehind() {
        return browser.isEmpty() || taken + 1 < announced;
    }

    /** Whether its sensor was connected by an earlier process and streams, as far as anybody knows. */
    synchronized boolean goesOn() {
        return otherRun && !everHeard;
    }

    synchronized boolean isReachable() {
        return browser.isPresent();
    }

    /** The browser is back on another socket: it is told how far it got. */
    synchronized void resume(BridgeSender sender) {
        browser = Optional.of(sender);
        sender.ack(number, taken);
    }

    /** The socket is gone; the browser may come back. */
    synchronized void away() {
        browser = Optional.empty();
        announced = Long.MAX_VALUE;
        failAll(new SensorException(Fault.IO, "The connection to the browser was lost."));
    }

    /**
     * Asks the browser and waits. Not under the lock: the answer comes on another thread.
     *
     * @throws SensorException what it answered, or {@link Fault#TIMEOUT}
     */
    BridgeReply ask(BridgeCommand.Act act, Optional<UUID> service, Optional<UUID> where, byte[] bytes, Duration limit) {
        CompletableFuture<BridgeReply> answer = new CompletableFuture<>();
        int op = send(act, service, where, bytes, answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SensorException(Fault.TIMEOUT, "The browser did not answer.", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SensorException(Fault.CANCELLED, "Stopped while waiting for the browser.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SensorException known) {
                throw new SensorException(known.fault(), known.whatHappened(), known);
            }
            throw new SensorException(Fault.IO, "The link to the sensor failed.", failed);
        } finally {
            forget(op);
        }
    }

    private synchronized int send(
            BridgeCommand.Act act,
            Optional<UUID> service,
            Optional<UUID> where,
            byte[] bytes,
            CompletableFuture<BridgeReply> answer) {
        BridgeSender sender = browser.orElseThrow(
                () -> new SensorException(Fault.IO, "The browser that reaches this sensor does not answer."));
        int op = nextOp++;
        asked.put(op, answer);
        sender.command(new BridgeCommand(number, op, act, service, where, bytes));
        return op;
    }

    private synchronized void forget(int op) {
        asked.remove(op);
    }

    /** The browser's answer; one that nobody waits for any more is passed over. */
    synchronized void reply(int op, BridgeReply told) {
        Optional.ofNullable(asked.remove(op)).ifPresent(answer -> {
            if (told.done()) {
                answer.complete(told);
            } else {
                answer.completeExceptionally(new SensorException(Fault.IO, "The sensor did not do that."));
            }
        });
    }

    /** Packets go to this listener from now on, in order; those of an earlier connection do not. */
    void listen(LinkListener listener) {
        silence();
        begin(listener);
    }

    private synchronized void begin(LinkListener listener) {
        waiting.clear();
        waitingBytes = 0;
        taken = expected - 1;
        everHeard = true;
        relay = Optional.of(new PacketRelay("bridge-link", new Taking(listener), Integer.MAX_VALUE));
    }

    /** Nothing is delivered after this. Not under the lock: the listener may be within a call of this object. */
    void silence() {
        Optional<PacketRelay> ending;
        synchronized (this) {
            ending = relay;
            relay = Optional.empty();
        }
        ending.ifPresent(PacketRelay::close);
    }

    /** A packet: in its turn it is handed on; one that was here before is passed over. */
    synchronized void packet(BridgePacket packet, long wallMicros) {
        if (packet.seq() < expected) {
            browser.ifPresent(sender -> sender.ack(number, taken));
            return;
        }
        long missing = packet.seq() - expected;
        expected = packet.seq() + 1;
        if (relay.isEmpty()) {
            took(packet.seq());
            return;
        }
        if (waitingBytes + packet.weight() > MOST_WAITING_BYTES) {
            stop("too many packets wait to be recorded");
            return;
        }
        waitingBytes += packet.weight();
        waiting.add(packet);
        PacketRelay to = relay.get();
        if (missing > 0) {
            to.overflowed(missing);
        }
        to.packet(atHost(packet, wallMicros));
    }

    /** The browser's clock is laid on ours where the first packet came: constant from then on, so order is kept. */
    private Packet atHost(BridgePacket packet, long wallMicros) {
        long now = System.nanoTime();
        long browserNanos = packet.browserMicros() * NANOS_PER_MICRO;
        if (!clockKnown) {
            hostMinusBrowserNanos = now - browserNanos;
            wallMinusHostMicros = wallMicros - now / NANOS_PER_MICRO;
            clockKnown = true;
        }
        long mapped = browserNanos + hostMinusBrowserNanos;
        // After a restart of the machine its clock says nothing about the record's.
        long host = Math.max(earliestNanos, otherRun ? mapped : Math.min(now, mapped));
        return new Packet(
                packet.characteristic(),
                packet.bytes(),
                host,
                host / NANOS_PER_MICRO + wallMinusHostMicros,
                Optional.of(new RemoteStamp(bridge, number, packet.seq(), packet.browserMicros())));
    }

    private synchronized void delivered() {
        BridgePacket done = waiting.poll();
        if (done != null) {
            waitingBytes -= done.weight();
            took(done.seq());
        }
    }

    private void took(long seq) {
        taken = seq;
        if (taken - acknowledged >= ACK_EVERY || waiting.isEmpty()) {
            acknowledged = taken;
            browser.ifPresent(sender -> sender.ack(number, taken));
        }
    }

    /** The sensor went out of the browser's reach, or the browser gave it up. */
    synchronized void lose(String reason) {
        failAll(new SensorException(Fault.IO, "The sensor went out of reach."));
        relay.ifPresent(listening -> listening.lost(reason));
        relay = Optional.empty();
    }

    /** Ends the slot so that everybody sees it. */
    synchronized void stop(String reason) {
        browser.ifPresent(sender -> sender.stop(number, reason));
        lose(reason);
    }

    synchronized boolean isListening() {
        return relay.isPresent();
    }

    private void failAll(SensorException failure) {
        asked.values().forEach(answer -> answer.completeExceptionally(failure));
        asked.clear();
    }

    /** Hands on, and notes afterwards that the listener has taken it: it journals before it returns. */
    private final class Taking implements LinkListener {

        private final LinkListener listener;

        Taking(LinkListener listener) {
            this.listener = listener;
        }

        @Override
        public void packet(Packet packet) {
            listener.packet(packet);
            delivered();
        }

        @Override
        public void overflowed(long packets) {
            listener.overflowed(packets);
        }

        @Override
        public void disconnected(String reason) {
            listener.disconnected(reason);
        }
    }
}
