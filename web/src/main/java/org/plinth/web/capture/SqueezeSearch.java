package org.plinth.web.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to several sensors at once, to find the one that somebody squeezes or pulls. All are connected side by side; what
 * was connected for this alone is given back before the answer. Every wait has its limit. Once, on a worker.
 */
final class SqueezeSearch {

    private static final Logger LOG = LoggerFactory.getLogger(SqueezeSearch.class);

    /** How long things may take; together well below the 30 s that a page waits for an answer. */
    record Limits(Duration connecting, Duration listening, Duration oneMore, Duration givingBack) {

        /** The one more: two hands that take two sensors up do it within a second. */
        static final Limits USUAL = new Limits(
                Duration.ofSeconds(10), Duration.ofSeconds(8), Duration.ofMillis(900), Duration.ofSeconds(6));
    }

    /** Whoever has the sensors. */
    interface Sensors {

        /** Connects it if need be. */
        boolean borrow(String peripheralId);

        /** Sends what it streams to an ear, and starts it. */
        SqueezeEar listen(String peripheralId, Runnable onRise);

        /** Stops it; disconnects it if it was connected for this. */
        void giveBack(String peripheralId, boolean wasBorrowed);
    }

    private final Sensors sensors;
    private final Limits limits;
    private final Semaphore rises = new Semaphore(0);

    SqueezeSearch(Sensors sensors, Limits limits) {
        this.sensors = sensors;
        this.limits = limits;
    }

    Squeezed among(List<String> peripheralIds) throws InterruptedException {
        ExecutorService hands = Executors.newFixedThreadPool(peripheralIds.size(), SqueezeSearch::thread);
        Map<String, CompletableFuture<Listening>> begun = new LinkedHashMap<>();
        try {
            peripheralIds.forEach(id -> begun.put(id, CompletableFuture.supplyAsync(() -> begin(id), hands)));
            await(begun.values(), limits.connecting());
            if (rises.tryAcquire(limits.listening().toMillis(), TimeUnit.MILLISECONDS)) {
                boolean another = rises.tryAcquire(limits.oneMore().toMillis(), TimeUnit.MILLISECONDS);
                LOG.debug("another rose as well: {}", another);
            }
            return answer(begun);
        } finally {
            List<CompletableFuture<Void>> given = new ArrayList<>();
            begun.forEach(
                    (id, one) -> given.add(one.thenAcceptAsync(had -> sensors.giveBack(id, had.borrowed()), hands)));
            // One that connects after all of this is given back then.
            var unused = CompletableFuture.allOf(given.toArray(CompletableFuture[]::new))
                    .whenComplete((done, failed) -> hands.shutdown());
            await(given, limits.givingBack());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sensor-squeeze");
        thread.setDaemon(true);
        return thread;
    }

    private record Listening(boolean borrowed, SqueezeEar ear) {}

    private Listening begin(String id) {
        boolean borrowed = sensors.borrow(id);
        boolean whole = false;
        try {
            Listening listening = new Listening(borrowed, sensors.listen(id, rises::release));
            whole = true;
            return listening;
        } finally {
            if (!whole) {
                sensors.giveBack(id, borrowed);
            }
        }
    }

    private static Squeezed answer(Map<String, CompletableFuture<Listening>> begun) {
        List<String> risen = new ArrayList<>();
        List<String> unheard = new ArrayList<>();
        begun.forEach((id, one) -> {
            if (!one.isDone() || one.isCompletedExceptionally()) {
                unheard.add(id);
            } else if (one.join().ear().hasRisen()) {
                risen.add(id);
            }
        });
        return new Squeezed(risen, unheard);
    }

    /** Waits for all of them, whatever becomes of each. */
    private static void await(Iterable<? extends CompletableFuture<?>> all, Duration limit)
            throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        for (CompletableFuture<?> one : all) {
            try {
                one.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException failed) {
                LOG.info("a sensor could not be listened to: {}", String.valueOf(failed.getCause()));
            } catch (TimeoutException late) {
                LOG.info("a sensor was not ready in time");
            }
        }
    }
}
