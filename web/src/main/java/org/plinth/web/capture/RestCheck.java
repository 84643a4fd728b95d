package org.plinth.web.capture;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;

/**
 * Collects half a second of a stream at rest and says how still it was. Fed on the sensor's thread, awaited on another.
 */
final class RestCheck implements LinkListener {

    private static final long WINDOW_MICROS = 500_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ForceAssembly assembly;
    private long firstMicros;
    private long lastMicros;
    private boolean full;
    private int n;
    private double meanTime;
    private double mean;
    private double timeSquares;
    private double squares;
    private double products;

    /** What the sensor showed. */
    record Stillness(int samples, double mean, double spread, double drift) {}

    RestCheck(AssemblyMaker maker) {
        assembly = maker.make(this::sample);
    }

    @Override
    public void packet(Packet packet) {
        lock.lock();
        try {
            if (!full) {
                assembly.packet(packet);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void disconnected(String reason) {
        lock.lock();
        try {
            full = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What half a second came to, or what there was when time ran out or the link went down. */
    Stillness await(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!full && left > 0) {
                left = changed.awaitNanos(left);
            }
            full = true;
            return stillness();
        } finally {
            lock.unlock();
        }
    }

    /** What has come in so far. */
    Stillness now() {
        lock.lock();
        try {
            return stillness();
        } finally {
            lock.unlock();
        }
    }

    private Stillness stillness() {
        double spread = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
        double slope = timeSquares > 0 ? products / timeSquares : 0;
        return new Stillness(n, mean, spread, slope * (lastMicros - firstMicros));
    }

    /** Running means and sums of products by Welford (1962), so that a large offset costs no digits. */
    private void sample(long deviceMicros, double newtons) {
        if (full) {
            return;
        }
        if (n == 0) {
            firstMicros = deviceMicros;
        }
        lastMicros = deviceMicros;
        double time = deviceMicros - firstMicros;
        n++;
        double timeStep = time - meanTime;
        double step = newtons - mean;
        meanTime += timeStep / n;
        mean += step / n;
        timeSquares += timeStep * (time - meanTime);
        squares += step * (newtons - mean);
        products += timeStep * (newtons - mean);
        if (time >= WINDOW_MICROS) {
            full = true;
            changed.signalAll();
        }
    }
}
