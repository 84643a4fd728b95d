package org.plinth.web.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup each night and brings it back into a folder of its own, to know that it can be; older ones go only when
 * a newer one was proved (decision T16). What a night missed, because the machine was off, is made up for; what failed is
 * tried again after an hour. Runs on a thread of its own, never interrupted.
 */
public final class NightlyBackup implements AutoCloseable {

    /** How a backup ends that this makes. */
    public static final String SUFFIX = ".plinth-backup";

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final Pattern OURS = Pattern.compile("plinth-[0-9]{8}-[0-9]{6}\\.plinth-backup");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'plinth-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Duration AGAIN_AFTER = Duration.ofHours(1);
    private static final long LOOK_EVERY_SECONDS = 60;
    private static final long PATIENCE_SECONDS = 60;
    private static final String DRILL = ".drill";

    private final BackupMaker maker;
    private final KeyVault keys;
    private final BackupPlan plan;
    private final BackupNews news;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(NightlyBackup::thread);
    private volatile boolean closing;

    /** By this plan, in the clock's zone. */
    public NightlyBackup(BackupMaker maker, KeyVault keys, BackupPlan plan, BackupNews news, Clock clock) {
        this.maker = maker;
        this.keys = keys;
        this.plan = plan;
        this.news = news;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "nightly-backup");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to look at the clock. */
    public NightlyBackup start() {
        ScheduledFuture<?> untilClose =
                worker.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        if (untilClose.isDone()) {
            throw new IllegalStateException("the clock of backups does not run");
        }
        return this;
    }

    /** Makes one if it is time. */
    void look() {
        if (!closing && isDue()) {
            run();
        }
    }

    /** A clock that was set back makes a try in the future: that one never was. */
    private boolean isDue() {
        Instant now = clock.instant();
        BackupNews.State state = news.state();
        boolean made = state.proved()
                .filter(at -> !at.isAfter(now))
                .filter(at -> !at.isBefore(plan.last(clock)))
                .isPresent();
        boolean justTried = state.tried()
                .filter(at -> !at.isAfter(now))
                .filter(at -> at.plus(AGAIN_AFTER).isAfter(now))
                .isPresent();
        return !made && !justTried;
    }

    /** Makes one now, proves it, and removes what is too old. Tells news and log how it went. */
    void run() {
        Instant now = clock.instant();
        news.tried(now);
        try {
            PrivateFiles.createFolder(plan.folder());
            Path file = plan.folder().resolve(NAME.format(now) + SUFFIX);
            BackupMaker.Made made =
                    maker.make(new BackupMaker.Request(file, Optional.empty(), false), bytes -> {}, () -> closing);
            drill(made);
            removeOld(file);
            news.proved(made.madeAt(), String.valueOf(file.getFileName()));
            if (made.summary().faults() > 0) {
                // The backup is as good as what it was made from; somebody has to look at that.
                failed(Fault.of(
                        "keep.backup.faults", Long.toString(made.summary().faults())));
            }
            LOG.info(
                    "backup made and brought back whole: {} rows, {} journals, {} bytes",
                    made.summary().allRows(),
                    made.summary().journals(),
                    made.bytes());
        } catch (BackupFailure e) {
            failed(e.fault());
        } catch (StartRefused e) {
            failed(e.faults().get(0));
        } catch (StoreFailure e) {
            failed(Fault.of("keep.restore.database"));
        } catch (IOException | UncheckedIOException e) {
            failed(Fault.of(
                    "keep.backup.cannot-write",
                    plan.folder().toString(),
                    plan.folder().toString()));
        }
    }

    private void failed(Fault fault) {
        news.failed(fault);
        LOG.error("the nightly backup failed: {}", fault.key());
    }

    /** A restore like any other, into H2 whatever the database is; what it brings back must be what was just copied. */
    private void drill(BackupMaker.Made made) throws IOException {
        Path folder = plan.folder().resolve(DRILL);
        Restorer.remove(folder);
        try {
            Restoration.Done done =
                    new Restoration(folder, Optional.empty(), new DrillKeys(keys), bytes -> {}).from(made.file());
            if (!done.summary().equals(made.summary())) {
                throw new BackupFailure(
                        "keep.backup.drill", String.valueOf(made.file().getFileName()));
            }
        } finally {
            Restorer.remove(folder);
        }
    }

    /** Never the one just made, whatever its name sorts after: the clock may have been set back. */
    private void removeOld(Path made) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(plan.folder())) {
            others = all.filter(path -> !path.getFileName().equals(made.getFileName()))
                    .filter(path ->
                            OURS.matcher(String.valueOf(path.getFileName())).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path old : others.subList(Math.min(plan.keep() - 1, others.size()), others.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** Ends a backup that runs at its next step, and takes no further one. */
    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the nightly backup did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record DrillKeys(KeyVault own) implements Restoration.Keys {

        @Override
        public BackupSecret secret(int source) {
            return new BackupSecret.MasterKey(own);
        }

        @Override
        public KeyVault carried(String text) {
            return own;
        }
    }
}
