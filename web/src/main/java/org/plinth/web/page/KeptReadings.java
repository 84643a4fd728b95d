package org.plinth.web.page;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.plinth.web.fresh.Freshness;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Store;

/**
 * What pages have read and keep while it holds: courses of single patients, and the open episodes of every clinic. It has a thread of
 * its own for what takes longer than somebody should wait for.
 */
public final class KeptReadings implements AutoCloseable {

    /** After the start, so that the first page comes before. */
    private static final long BEGIN_AFTER_SECONDS = 3;

    private static final long PATIENCE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "overview");
        thread.setDaemon(true);
        return thread;
    });
    private final Freshness freshness = new Freshness();
    private final CourseShelf courses = new CourseShelf(freshness);
    private final OverviewBook overview;
    private Optional<ScheduledFuture<?>> first = Optional.empty();

    KeptReadings(Store store, ClinicPositions positions) {
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.overview = new OverviewBook(store, positions, background);
    }

    /** Reads what the first overview needs, a moment from now; whoever asks before begins at once. */
    public KeptReadings beginSoon(Clock clock) {
        first = Optional.of(
                background.schedule(() -> overview.readAll(clock.instant()), BEGIN_AFTER_SECONDS, TimeUnit.SECONDS));
        return this;
    }

    Freshness freshness() {
        return freshness;
    }

    CourseShelf courses() {
        return courses;
    }

    OverviewBook overview() {
        return overview;
    }

    /** Waits for the page that is being read, without interrupting it: that would close the database's file. */
    @Override
    public void close() {
        first.ifPresent(reading -> reading.cancel(false));
        overview.end();
        background.shutdown();
        try {
            background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
