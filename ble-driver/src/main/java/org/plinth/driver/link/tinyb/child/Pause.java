package org.plinth.driver.link.tinyb.child;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** tinyb's waiting calls race, so what is waited for is asked again and again. */
final class Pause {

    private Pause() {}

    static void of(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
