package org.plinth.web.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.Act;
import org.plinth.web.store.Eraser;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does erasures that two people wanted, when their day has come: when the server starts and every hour. Who was erased and
 * is back, as after a restore, is erased again before anybody can look.
 */
public final class DueErasures {

    /** Between the confirmation and the erasure, so that it can still be called off [assumed]. */
    public static final Duration DELAY = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(DueErasures.class);
    private static final long EVERY_HOURS = 1;

    private final Store store;
    private final Eraser eraser;

    /** With the store, and the one way out of it. */
    public DueErasures(Store store, Eraser eraser) {
        this.store = store;
        this.eraser = eraser;
    }

    /**
     * Erases again who came back, then what is due, then every hour what has become due.
     *
     * @return ends it
     * @throws StoreFailure if somebody who was erased cannot be erased again: then nobody may look
     */
    public static Runnable start(Store store, Eraser eraser, Clock clock) {
        DueErasures due = new DueErasures(store, eraser);
        List<Id<Patient>> again = eraser.eraseAgain(clock.instant());
        if (!again.isEmpty()) {
            LOG.warn("{} patients who had been erased were here again and have been erased again", again.size());
        }
        due.run(clock.instant());
        ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "erasures");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> every =
                hourly.scheduleWithFixedDelay(() -> due.run(clock.instant()), EVERY_HOURS, EVERY_HOURS, TimeUnit.HOURS);
        return () -> {
            every.cancel(false);
            hourly.shutdownNow();
        };
    }

    /** Does those that are due; one that cannot be done now stays due. Gives who was erased. */
    public List<Id<Patient>> run(Instant now) {
        List<Id<Patient>> done = new ArrayList<>();
        try {
            for (ErasureStep step : store.read(stores -> stores.erasures().due(now))) {
                if (erase(step, now)) {
                    done.add(step.patient());
                }
            }
        } catch (StoreFailure failure) {
            LOG.error("erasures could not be looked up: {}", failure.reason());
        }
        return done;
    }

    private boolean erase(ErasureStep step, Instant now) {
        try {
            eraser.erase(Act.ofPlinth(step.clinic(), now, "patient.erase"), step.patient());
            LOG.info("patient {} was erased", step.patient());
            return true;
        } catch (StoreFailure failure) {
            LOG.warn("patient {} could not be erased yet: {}", step.patient(), failure.reason());
            return false;
        }
    }
}
