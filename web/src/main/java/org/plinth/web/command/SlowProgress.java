package org.plinth.web.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.plinth.web.export.ExportProgress;

/** Tells at most every other second how far an export is. One thread. */
final class SlowProgress implements ExportProgress {

    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Clock clock;
    private final BooleanSupplier stopped;
    private final Teller teller;
    private Instant told;

    /** Hears it. */
    @FunctionalInterface
    interface Teller {
        void tell(String part, long done, long total);
    }

    SlowProgress(Clock clock, BooleanSupplier stopped, Teller teller) {
        this.clock = clock;
        this.stopped = stopped;
        this.teller = teller;
        told = clock.instant();
    }

    @Override
    public void done(String part, long done, long total) {
        Instant now = clock.instant();
        if (now.isAfter(told.plus(SILENCE))) {
            told = now;
            teller.tell(part, done, total);
        }
    }

    @Override
    public boolean isStopped() {
        return stopped.getAsBoolean();
    }
}
