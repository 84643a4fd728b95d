package org.plinth.driver.link;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Hands what a radio delivers to a listener, in order, on one thread of its own: a slow listener holds up nobody else.
 * The queue is bounded; what does not fit is dropped, counted, and told before the next packet.
 *
 * <p>Fed from any one thread at a time.
 */
public final class PacketRelay implements AutoCloseable {

    /** Packets that may wait: 20 s of the fastest sensor. */
    public static final int CAPACITY = 20_000;

    private static final long LONGEST_CLOSE_MILLIS = 5_000;

    private sealed interface Item {}

    private record Arrived(Packet packet) implements Item {}

    private record Dropped(long packets) implements Item {}

    private record Lost(String reason) implements Item {}

    private final Deque<Item> waiting = new ArrayDeque<>();
    private final int capacity;
    private final Thread thread;
    private LinkListener listener;
    private long dropped;
    private boolean ending;
    private boolean closed;

    /**
     * Starts the thread.
     *
     * @param name of the thread
     * @param capacity packets that may wait
     */
    public PacketRelay(String name, LinkListener listener, int capacity) {
        this.listener = listener;
        this.capacity = capacity;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on to this one. */
    public synchronized void listener(LinkListener next) {
        listener = next;
    }

    /** A packet arrived. */
    public synchronized void packet(Packet packet) {
        if (ending || closed) {
            return;
        }
        if (waiting.size() >= capacity) {
            dropped++;
            return;
        }
        flushDropped();
        waiting.add(new Arrived(packet));
        notifyAll();
    }

    /** So many packets were dropped before they came here. */
    public synchronized void overflowed(long packets) {
        dropped += packets;
    }

    /** The link went down; nothing comes after this. */
    public synchronized void lost(String reason) {
        if (ending || closed) {
            return;
        }
        flushDropped();
        waiting.add(new Lost(reason));
        ending = true;
        notifyAll();
    }

    private void flushDropped() {
        if (dropped > 0) {
            waiting.add(new Dropped(dropped));
            dropped = 0;
        }
    }

    /** Nothing is delivered after this, unless the listener blocks for longer than it may. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join(LONGEST_CLOSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                more = deliverNext();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deliverNext() throws InterruptedException {
        Item item;
        LinkListener to;
        synchronized (this) {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
            if (closed) {
                return false;
            }
            item = waiting.remove();
            to = listener;
        }
        if (item instanceof Arrived arrived) {
            to.packet(arrived.packet());
        } else if (item instanceof Dropped gap) {
            to.overflowed(gap.packets());
        } else if (item instanceof Lost gone) {
            to.disconnected(gone.reason());
            return false;
        }
        return true;
    }
}
