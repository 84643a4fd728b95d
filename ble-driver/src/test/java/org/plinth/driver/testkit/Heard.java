package org.plinth.driver.testkit;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;

/** A listener that tests can wait on; it notes the threads it was called on. */
public final class Heard implements LinkListener {

    private static final long PATIENCE_SECONDS = 20;

    public final List<Packet> packets = new CopyOnWriteArrayList<>();
    public final List<String> threads = new CopyOnWriteArrayList<>();
    public final List<String> losses = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Packet> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch lost = new CountDownLatch(1);

    @Override
    public void packet(Packet packet) {
        packets.add(packet);
        threads.add(Thread.currentThread().getName());
        queue.add(packet);
    }

    @Override
    public void disconnected(String reason) {
        losses.add(reason);
        lost.countDown();
    }

    /** The next packet; fails if none comes. */
    public Packet next() throws InterruptedException {
        Packet packet = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (packet == null) {
            throw new AssertionError("no packet came within " + PATIENCE_SECONDS + " s");
        }
        return packet;
    }

    /** Waits for the loss of the link; fails if it stays. */
    public void awaitLoss() throws InterruptedException {
        if (!lost.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the link did not go down within " + PATIENCE_SECONDS + " s");
        }
    }
}
