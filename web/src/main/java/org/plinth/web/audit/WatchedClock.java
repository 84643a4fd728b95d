package org.plinth.web.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * The machine's clock, which tells when it was set back. Rows of the audit log are ordered by their number, never by
 * time; this is so that a reader learns why times run backwards somewhere. A clock that is set forward, or slowed down,
 * is not noticed. Any thread; the listener is called on whichever thread asked for the time, so it must hand over at once.
 */
public final class WatchedClock extends Clock {

    /** Corrections up to this are the clock's own business. */
    public static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final Clock base;
    private Instant highest = Instant.MIN;
    private Consumer<SetBack> listener = setBack -> {};

    /**
     * The clock went back.
     *
     * @param from the latest time that was seen
     * @param to the time after it
     */
    public record SetBack(Instant from, Instant to) {}

    /** Over this clock. */
    public WatchedClock(Clock base) {
        this.base = base;
    }

    /** Hears of it from now on. */
    public synchronized void onSetBack(Consumer<SetBack> heard) {
        listener = heard;
    }

    /** This time has been before, as when the process ran last. */
    public synchronized void notBefore(Instant seen) {
        highest = seen.isAfter(highest) ? seen : highest;
    }

    @Override
    public Instant instant() {
        Instant now = base.instant();
        look(now);
        return now;
    }

    private synchronized void look(Instant now) {
        if (highest.isAfter(Instant.MIN) && now.isBefore(highest.minus(TOLERANCE))) {
            SetBack setBack = new SetBack(highest, now);
            highest = now;
            listener.accept(setBack);
        } else {
            notBefore(now);
        }
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return base.withZone(zone);
    }
}
