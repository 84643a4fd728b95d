package org.plinth.web.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.Snapshot;
import org.plinth.web.store.StoreFailure;

/**
 * Makes backups of one data folder, also while it is worked on. A backup has its name only once it is whole and on the
 * disk; until then it is {@code NAME.part}. Any thread; one backup at a time.
 */
public final class BackupMaker {

    private static final long TELL_EVERY_BYTES = 64L << 20;
    private static final int MOST_ATTEMPTS = 5;

    private final Database store;
    private final Journals journals;
    private final Path journalFolder;
    private final KeyVault keys;
    private final Clock clock;
    private final RandomGenerator random;
    private final UnaryOperator<OutputStream> disk;

    /**
     * What is asked for.
     *
     * @param file to make; must not be there
     * @param passphrase to seal with; the master key where there is none
     * @param withKey whether the master key goes in too; only under a passphrase
     */
    public record Request(Path file, Optional<String> passphrase, boolean withKey) {

        /** Nobody may find the key beside what it opens. */
        public Request {
            if (withKey && passphrase.isEmpty()) {
                throw new IllegalArgumentException("the master key cannot be sealed with itself");
            }
        }
    }

    /**
     * What was made.
     *
     * @param file where
     * @param bytes its length
     * @param madeAt the moment that it holds
     * @param summary what it holds
     */
    public record Made(Path file, long bytes, Instant madeAt, BackupSummary summary) {}

    /** Of this folder. */
    public BackupMaker(
            Database store, Journals journals, Path journalFolder, KeyVault keys, Clock clock, RandomGenerator random) {
        this(store, journals, journalFolder, keys, clock, random, out -> out);
    }

    /** With a disk that can be full. */
    BackupMaker(
            Database store,
            Journals journals,
            Path journalFolder,
            KeyVault keys,
            Clock clock,
            RandomGenerator random,
            UnaryOperator<OutputStream> disk) {
        this.store = store;
        this.journals = journals;
        this.journalFolder = journalFolder;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
        this.disk = disk;
    }

    /**
     * Makes one.
     *
     * @param progress hears now and then how many bytes are written
     * @param stopped asked now and then
     * @throws BackupFailure if it cannot be; then nothing of it is left
     */
    public synchronized Made make(Request request, LongConsumer progress, BooleanSupplier stopped) {
        Path file = request.file().toAbsolutePath();
        if (Files.exists(file)) {
            throw new BackupFailure("keep.backup.exists", file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            PrivateFiles.create(part);
            Made made = write(request, file, part, progress, stopped);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            force(file);
            return made;
        } catch (IOException e) {
            throw new BackupFailure("keep.backup.cannot-write", file.toString(), String.valueOf(part.getParent()));
        } catch (StoreFailure e) {
            throw new BackupFailure("keep.backup.database");
        } finally {
            forget(part);
        }
    }

    private Made write(Request request, Path file, Path part, LongConsumer progress, BooleanSupplier stopped)
            throws IOException {
        byte[] salt = new byte[BackupHeader.SALT_BYTES];
        random.nextBytes(salt);
        BackupSecret secret = request.passphrase()
                .<BackupSecret>map(BackupSecret.Passphrase::new)
                .orElseGet(() -> new BackupSecret.MasterKey(keys));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream raw = disk.apply(new BufferedOutputStream(Channels.newOutputStream(channel)));
                Whole whole = whole()) {
            Instant moment = clock.instant();
            BackupHeader header =
                    new BackupHeader(secret.code(), secret.cost(), BackupHeader.CHUNK_BYTES, moment, salt);
            SealedOutput sealed = new SealedOutput(raw, header, secret);
            PayloadWriter out = new PayloadWriter(sealed);
            out.manifest(new Manifest(whole.snapshot().schema(), request.withKey()).json());
            if (request.withKey()) {
                out.key(keys.text());
            }
            Telling telling = new Telling(sealed, progress);
            BackupSummary summary =
                    new BackupSource(whole.snapshot(), journals, journalFolder, moment, telling, stopped).to(out);
            whole.beside().to(out);
            out.end(summary.json());
            sealed.finish();
            channel.force(true);
            return new Made(file, sealed.bytes(), moment, summary);
        }
    }

    /** Rows and files of the same moment. */
    private record Whole(Snapshot snapshot, FilesBeside beside) implements AutoCloseable {
        @Override
        public void close() {
            snapshot.close();
        }
    }

    /** A checkpoint that is written meanwhile would stand in one of them and not in the other. */
    private Whole whole() throws IOException {
        Path data = journalFolder.resolveSibling(".");
        for (int attempt = 1; ; attempt++) {
            FilesBeside before = FilesBeside.of(data);
            Snapshot snapshot = store.snapshot();
            if (attempt == MOST_ATTEMPTS || before.isStill(FilesBeside.of(data))) {
                return new Whole(snapshot, before);
            }
            snapshot.close();
        }
    }

    /** Says now and then how far it is. */
    private static final class Telling implements Runnable {

        private final SealedOutput out;
        private final LongConsumer progress;
        private long told;

        Telling(SealedOutput out, LongConsumer progress) {
            this.out = out;
            this.progress = progress;
        }

        @Override
        public void run() {
            if (out.bytes() - told >= TELL_EVERY_BYTES) {
                told = out.bytes();
                progress.accept(told);
            }
        }
    }

    private static void force(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new BackupFailure("keep.backup.part-left", part.toString());
        }
    }
}
