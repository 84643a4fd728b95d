package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.fresh.Touched;
import org.plinth.web.page.OverviewBook.Line;
import org.plinth.web.page.OverviewBook.Seen;
import org.plinth.web.page.OverviewBook.UnderWay;
import org.plinth.web.page.OverviewBook.Whole;
import org.plinth.web.store.OverviewStore;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * The open episodes of one clinic. Whoever finds that rows were added to the audit log reads what they touched and offers what came of
 * it; the newest stays. Nobody waits while all is read anew. Any thread.
 */
final class OverviewShelf {

    /** Patients who are read while the caller waits; where there are more, somebody else reads and progress is told. */
    static final int AT_ONCE = 300;

    /** Patients read in one transaction. */
    private static final int BATCH = OverviewStore.MOST;

    private static final long LONGEST_TURN_MILLIS = 1_000;

    private final Id<Clinic> clinic;
    private final Store store;
    private final OverviewReader reader;
    private final Executor background;
    private final BooleanSupplier ended;
    private final ReentrantLock following = new ReentrantLock();
    private final AtomicReference<Optional<OverviewStand>> newest = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Filling>> filling = new AtomicReference<>(Optional.empty());

    OverviewShelf(Id<Clinic> clinic, Store store, OverviewReader reader, Executor background, BooleanSupplier ended) {
        this.clinic = clinic;
        this.store = store;
        this.reader = reader;
        this.background = background;
        this.ended = ended;
    }

    /** A reading of everything, and how far it is. */
    private static final class Filling {
        private final AtomicReference<UnderWay> progress;
        private final AtomicReference<Optional<StoreFailure>> failure = new AtomicReference<>(Optional.empty());

        Filling(int of) {
            progress = new AtomicReference<>(new UnderWay(0, Math.max(1, of)));
        }
    }

    /** What stands now, as of this day, or how far it has been read. */
    Seen at(LocalDate today) {
        return followed(today).<Seen>map(Whole::new).orElseGet(() -> anew(today));
    }

    /**
     * One at a time: whoever waits meanwhile finds the same rows of the log followed already. Nobody waits for long, because a database
     * that does not answer must not make all wait one after the other.
     */
    private Optional<OverviewStand> followed(LocalDate today) {
        boolean mine = taken();
        try {
            return store.read(stores -> followed(stores, today));
        } finally {
            if (mine) {
                following.unlock();
            }
        }
    }

    private boolean taken() {
        try {
            return following.tryLock(LONGEST_TURN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads what is missing, however much, on the caller's thread. */
    void fill(LocalDate today) {
        if (followed(today).isEmpty()) {
            int patients = count();
            if (patients <= AT_ONCE) {
                whole(today, new Filling(patients));
            } else {
                begun(patients).ifPresent(mine -> filled(today, mine));
            }
        }
    }

    /** Empty where all must be read. */
    private Optional<OverviewStand> followed(Stores stores, LocalDate today) {
        long head = stores.audit().head().seq();
        Optional<OverviewStand> known = Objects.requireNonNull(newest.get());
        // One that is ahead of this transaction is the truth of a later moment, which is as good.
        Optional<OverviewStand> next =
                known.flatMap(stand -> stand.seq() >= head ? Optional.of(stand) : followed(stores, stand, head));
        return next.map(stand -> offered(stand.on(today)));
    }

    private Optional<OverviewStand> followed(Stores stores, OverviewStand stand, long head) {
        Optional<Touched> touched = Touched.since(stores, stand.seq());
        if (touched.isEmpty() || touched.get().of(clinic).size() > AT_ONCE) {
            return Optional.empty();
        }
        if (touched.get().all(clinic) && !stand.ground().holdsFor(reader.ground(stores, clinic))) {
            return Optional.empty();
        }
        Set<Id<Patient>> again = touched.get().of(clinic);
        return Optional.of(
                again.isEmpty()
                        ? stand.upTo(head)
                        : stand.with(head, again, reader.lines(stores, clinic, stand.ground(), again)));
    }

    private OverviewStand offered(OverviewStand stand) {
        newest.accumulateAndGet(
                Optional.of(stand),
                (known, mine) -> known.filter(one -> one.seq() > stand.seq()).isPresent() ? known : mine);
        return stand;
    }

    private Seen anew(LocalDate today) {
        Optional<Filling> running = Objects.requireNonNull(filling.get());
        if (running.isPresent()) {
            return progress(running.get());
        }
        int patients = count();
        if (patients <= AT_ONCE) {
            return new Whole(whole(today, new Filling(patients)));
        }
        begun(patients).ifPresent(mine -> background.execute(() -> filled(today, mine)));
        return Objects.requireNonNull(filling.get())
                .map(this::progress)
                .orElseGet(() -> new UnderWay(patients, patients));
    }

    private int count() {
        return store.read(stores -> stores.overview().withOpenEpisode(clinic)).size();
    }

    /** Empty where somebody else has begun. */
    private Optional<Filling> begun(int of) {
        Optional<Filling> mine = Optional.of(new Filling(of));
        return filling.compareAndSet(Optional.empty(), mine) ? mine : Optional.empty();
    }

    /** What went wrong is told to whoever asks next, once; who asks after her begins again. */
    private Seen progress(Filling running) {
        Optional<StoreFailure> failure = Objects.requireNonNull(running.failure.get());
        if (failure.isPresent()) {
            filling.compareAndSet(Optional.of(running), Optional.empty());
            throw failure.get();
        }
        return Objects.requireNonNull(running.progress.get());
    }

    private void filled(LocalDate today, Filling mine) {
        boolean failed = false;
        try {
            whole(today, mine);
        } catch (StoreFailure failure) {
            mine.failure.set(Optional.of(failure));
            failed = true;
        } finally {
            if (!failed) {
                filling.set(Optional.empty());
            }
        }
    }

    /** Page by page; who changes meanwhile stands in the log after the row that was the last before the first page. */
    private OverviewStand whole(LocalDate today, Filling mine) {
        record Beginning(long seq, OverviewGround ground, List<Id<Patient>> patients) {}
        Beginning beginning = store.read(stores -> new Beginning(
                stores.audit().head().seq(),
                reader.ground(stores, clinic),
                stores.overview().withOpenEpisode(clinic)));
        List<Id<Patient>> patients = beginning.patients();
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < patients.size(); from += BATCH) {
            if (ended.getAsBoolean()) {
                throw StoreFailure.unavailable("the server ends", new CancellationException());
            }
            int to = Math.min(patients.size(), from + BATCH);
            List<Id<Patient>> some = patients.subList(from, to);
            lines.addAll(store.read(stores -> reader.lines(stores, clinic, beginning.ground(), some)));
            mine.progress.set(new UnderWay(to, patients.size()));
        }
        return offered(OverviewStand.of(beginning.seq(), today, beginning.ground(), lines));
    }
}
