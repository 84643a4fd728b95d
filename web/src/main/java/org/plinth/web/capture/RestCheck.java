package org.plinth.web.capture;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.plinth.calibration.tare.RestWindow;
import org.plinth.calibration.tare.Stillness;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;

/**
 * Collects half a second of a stream at rest and says how still it was. Fed on the sensor's thread, awaited on another.
 */
final class RestCheck implements LinkListener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ForceAssembly assembly;
    private final RestWindow window = new RestWindow();

    RestCheck(AssemblyMaker maker) {
        assembly = maker.make(this::sample);
    }

    @Override
    public void packet(Packet packet) {
        lock.lock();
        try {
            if (!window.isFull()) {
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
            window.end();
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
            while (!window.isFull() && left > 0) {
                left = changed.awaitNanos(left);
            }
            window.end();
            return window.stillness();
        } finally {
            lock.unlock();
        }
    }

    /** What has come in so far. */
    Stillness now() {
        lock.lock();
        try {
            return window.stillness();
        } finally {
            lock.unlock();
        }
    }

    private void sample(long deviceMicros, double newtons) {
        window.sample(deviceMicros, newtons);
        if (window.isFull()) {
            changed.signalAll();
        }
    }
}
