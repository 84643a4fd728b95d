package org.plinth.driver.link.tinyb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How soon a child that died may be started again: at once the first time, then after a pause that doubles, at most five
 * times a minute. Any thread.
 */
public final class RestartBudget {

    private static final int MOST_A_MINUTE = 5;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Deque<Long> deaths = new ArrayDeque<>();

    /** Nothing died yet. */
    public RestartBudget() {}

    /** A child ended that nobody had asked to, at this monotonic time [ns]. */
    public synchronized void died(long nowNanos) {
        deaths.addLast(nowNanos);
    }

    /** How long to wait before the next start [ns]; empty when the minute's starts are used up. */
    public synchronized OptionalLong pauseNanos(long nowNanos) {
        while (!deaths.isEmpty() && nowNanos - deaths.getFirst() >= MINUTE_NANOS) {
            deaths.removeFirst();
        }
        if (deaths.size() > MOST_A_MINUTE) {
            return OptionalLong.empty();
        }
        if (deaths.size() <= 1) {
            return OptionalLong.of(0);
        }
        long pause = FIRST_PAUSE_NANOS << (deaths.size() - 2);
        return OptionalLong.of(Math.max(0, pause - (nowNanos - deaths.getLast())));
    }
}
