package org.plinth.web.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.export.Export;
import org.plinth.web.export.ExportGround;
import org.plinth.web.export.ExportRequest;
import org.plinth.web.export.ExportStopped;
import org.plinth.web.export.FolderExport;
import org.plinth.web.export.ZipSink;
import org.plinth.web.http.SealedFile;
import org.plinth.web.privacy.FileBasis;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes exports one after another on a thread of its own, as ZIP archives that lie sealed on the disk until a day has gone or
 * the server ends. A clinic has one open at a time. Any thread.
 */
public final class ExportJobs implements AutoCloseable {

    /** How long a finished file can be fetched. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(ExportJobs.class);
    private static final int MOST = 16;
    private static final long SWEEP_MINUTES = 10;
    private static final long PATIENCE_SECONDS = 30;

    private final ExportGround ground;
    private final Path folder;
    private final LongSupplier freeBytes;
    private final Clock clock;
    private final RandomGenerator random;
    private final List<ExportJob> jobs = new ArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task, "export-job"));
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "export-sweep"));

    private final ScheduledFuture<?> sweeping;

    /**
     * None yet.
     *
     * @param folder for the files, ours alone
     * @param freeBytes room left there
     */
    public ExportJobs(ExportGround ground, Path folder, LongSupplier freeBytes, Clock clock, RandomGenerator random) {
        this.ground = ground;
        this.folder = folder;
        this.freeBytes = freeBytes;
        this.clock = clock;
        this.random = random;
        sweeping = sweeper.scheduleWithFixedDelay(this::tidy, SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, fault) -> LOG.error("{} ended with a fault", name, fault));
        return thread;
    }

    /**
     * Begins one, noted in the audit log before anything of it is read.
     *
     * @param act who asks; its clinic is the request's
     * @return empty where the clinic has one open already, or there are too many files
     */
    public Optional<ExportJob> start(Act act, Export export, ExportRequest request) {
        FileBasis.Question question = new FileBasis.Question(request.clinic().id(), act.actor(), request.purpose());
        FileBasis basis = ground.store().read(stores -> FileBasis.now(stores, question, request.at()));
        ExportJob job = new ExportJob(Id.random(random), export, request, basis);
        if (!enter(job)) {
            return Optional.empty();
        }
        boolean begun = false;
        try {
            ground.store().write(act, stores -> {
                stores.audit().note("clinic:" + act.clinic(), FolderExport.details(request));
                return true;
            });
            worker.execute(() -> make(job));
            begun = true;
            return Optional.of(job);
        } finally {
            if (!begun) {
                leave(job);
            }
        }
    }

    private synchronized boolean enter(ExportJob job) {
        sweep();
        boolean open = jobs.stream()
                .anyMatch(other -> other.state().isOpen()
                        && other.request()
                                .clinic()
                                .id()
                                .equals(job.request().clinic().id()));
        long held = jobs.stream().filter(other -> holds(other.state())).count();
        if (open || held >= MOST) {
            return false;
        }
        // What came to nothing is told until she begins another.
        jobs.removeIf(other -> other.isWith(job) && !holds(other.state()));
        return jobs.add(job);
    }

    private static boolean holds(ExportJob.State state) {
        return state.isOpen() || state instanceof ExportJob.Done;
    }

    private synchronized void leave(ExportJob job) {
        jobs.remove(job);
    }

    /** Whoever started them, newest first. */
    public synchronized List<ExportJob> of(Id<Account> who) {
        sweep();
        List<ExportJob> hers = new ArrayList<>();
        for (ExportJob job : jobs) {
            if (job.isOf(who)) {
                hers.add(0, job);
            }
        }
        return List.copyOf(hers);
    }

    /** Hers of this id. */
    public Optional<ExportJob> find(Id<Account> who, Id<ExportJob> id) {
        return of(who).stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** Stops it at its next step, or takes its file away. */
    public void stop(ExportJob job) {
        job.stop();
        if (!job.state().isOpen()) {
            leave(job);
            delete(job);
        }
    }

    private void make(ExportJob job) {
        job.begin();
        ExportJob.State end = new ExportJob.Failed(ExportJob.Reason.FAULT);
        try {
            end = new ExportJob.Done(zip(job));
        } catch (ExportStopped asked) {
            end = new ExportJob.Stopped();
        } catch (SealedFile.NoRoom full) {
            end = new ExportJob.Failed(ExportJob.Reason.NO_ROOM);
        } catch (IOException e) {
            LOG.error("the export {} could not be made", job.export().id(), e);
        } finally {
            // A fault of the program too is told to who waits; the thread's end logs it.
            job.end(end, clock.instant());
        }
    }

    private SealedFile zip(ExportJob job) throws IOException {
        return SealedFile.make(folder, freeBytes, out -> {
            ZipSink zip = new ZipSink(out);
            job.progress().goOn();
            job.export().write(ground, job.request(), zip, job.progress());
            zip.finish();
        });
    }

    /**
     * Its file, to be handed out now. Where somebody who may be in it has refused, been closed to whoever asked, or asked to be erased
     * since it was begun, the file is deleted and the job says so.
     *
     * @return empty where there is no file, or no longer
     */
    public Optional<SealedFile> file(ExportJob job) {
        if (job.state() instanceof ExportJob.Done done) {
            if (ground.store().read(job.basis()::holds)) {
                return Optional.of(done.file());
            }
            job.end(new ExportJob.Failed(ExportJob.Reason.OUTDATED), clock.instant());
            delete(done);
        }
        return Optional.empty();
    }

    private void tidy() {
        try {
            sweep();
            List<ExportJob> all;
            synchronized (this) {
                all = List.copyOf(jobs);
            }
            all.forEach(this::file);
        } catch (StoreFailure failure) {
            // The next time again; a file is looked at once more before it is handed out.
            LOG.warn("kept exports could not be looked through: {}", failure.reason());
        }
    }

    private synchronized void sweep() {
        Instant before = clock.instant().minus(KEPT);
        Iterator<ExportJob> all = jobs.iterator();
        while (all.hasNext()) {
            ExportJob job = all.next();
            if (job.ended().filter(before::isAfter).isPresent()) {
                all.remove();
                delete(job);
            }
        }
    }

    private static void delete(ExportJob job) {
        if (job.state() instanceof ExportJob.Done done) {
            delete(done);
        }
    }

    private static void delete(ExportJob.Done done) {
        try {
            done.file().delete();
        } catch (IOException e) {
            LOG.warn("a file of an export stays until the next start: {}", e.getMessage());
        }
    }

    /** Stops what runs, and removes every file. */
    @Override
    public void close() {
        sweeping.cancel(false);
        sweeper.shutdown();
        List<ExportJob> all;
        synchronized (this) {
            all = List.copyOf(jobs);
            jobs.clear();
        }
        all.forEach(ExportJob::stop);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("an export did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ExportJobs::delete);
    }
}
