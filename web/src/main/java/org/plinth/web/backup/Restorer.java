package org.plinth.web.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.plinth.web.config.DataFolder;
import org.plinth.web.config.StartRefused.Fault;
import org.plinth.web.integrity.Verification;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.StoreFailure;

/**
 * Brings a backup back into an empty data folder. Everything is made in {@code .restoring} inside it and proved there;
 * only then it gets its place, the database last: a folder without one holds no data for any command.
 */
public final class Restorer {

    private static final String STAGING = DataFolder.HALF;

    private static final Set<String> MAY_BE_THERE = Set.of("keys", "plinth.properties", "plinth.lock", STAGING);
    private static final String DATABASE = "plinth.mv.db";

    private final RandomGenerator random;

    /**
     * What is asked for.
     *
     * @param file the backup
     * @param data an empty folder, or none; a key and settings may be there
     * @param db an empty PostgreSQL database; empty for an H2 file in the folder
     * @param keyFile the master key; made where the backup carries it
     * @param passphrase that it was sealed with
     */
    public record Request(Path file, Path data, Optional<String> db, Path keyFile, Optional<String> passphrase) {}

    /**
     * What came back.
     *
     * @param madeAt the moment that it holds
     * @param summary what it holds
     * @param verified what the look at everything found; a chain that was broken before is broken still
     * @param notices what the operator should know
     */
    public record Restored(Instant madeAt, BackupSummary summary, Verification.Summary verified, List<Fault> notices) {}

    /** With a secure source. */
    public Restorer(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Does it.
     *
     * @throws BackupFailure if the backup or the folder is not as it must be; the folder is then as it was
     * @throws org.plinth.web.config.StartRefused if the key is another one, or the folder is in use
     */
    public Restored restore(Request request, LongConsumer progress) {
        requireFile(request.file());
        requireEmpty(request.data());
        boolean fresh = Files.notExists(request.data());
        boolean done = false;
        try {
            Restored restored = inFolder(request, progress);
            done = true;
            return restored;
        } catch (IOException | UncheckedIOException e) {
            throw new BackupFailure("keep.restore.cannot-write", request.data().toString());
        } catch (StoreFailure e) {
            throw new BackupFailure("keep.restore.database");
        } finally {
            if (fresh && !done) {
                remove(request.data());
            }
        }
    }

    private Restored inFolder(Request request, LongConsumer progress) throws IOException {
        try (DataFolder held = DataFolder.open(request.data())) {
            Path staging = held.root().resolve(STAGING);
            remove(staging);
            try {
                Restoration.Done done =
                        new Restoration(staging, request.db(), keys(request), progress).from(request.file());
                done.master().writeTo(request.keyFile());
                putInPlace(staging, held);
                return new Restored(done.madeAt(), done.summary(), done.verified(), done.notices());
            } finally {
                remove(staging);
            }
        }
    }

    private static void putInPlace(Path staging, DataFolder held) throws IOException {
        if (Files.exists(staging.resolve("journals"))) {
            Files.move(staging.resolve("journals"), held.journals(), StandardCopyOption.ATOMIC_MOVE);
        }
        for (String beside : List.of("checkpoints", "erasures.list")) {
            if (Files.exists(staging.resolve(beside))) {
                Files.move(staging.resolve(beside), held.root().resolve(beside), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        if (Files.exists(staging.resolve(DATABASE))) {
            Files.move(staging.resolve(DATABASE), held.root().resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Restoration.Keys keys(Request request) {
        return new Restoration.Keys() {
            @Override
            public BackupSecret secret(int source) {
                if (source == BackupSecret.Passphrase.CODE) {
                    return new BackupSecret.Passphrase(
                            request.passphrase().orElseThrow(() -> new BackupFailure("keep.restore.needs-passphrase")));
                }
                return new BackupSecret.MasterKey(own());
            }

            @Override
            public KeyVault carried(String text) {
                KeyVault carried = KeyVault.of(text, random);
                if (Files.exists(request.keyFile())) {
                    carried.writeTo(request.keyFile());
                }
                return carried;
            }

            @Override
            public KeyVault own() {
                if (Files.notExists(request.keyFile())) {
                    throw new BackupFailure(
                            "keep.restore.needs-key", request.keyFile().toString());
                }
                return KeyVault.open(request.keyFile(), random);
            }
        };
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BackupFailure("keep.restore.no-file", file.toString());
        }
    }

    private static void requireEmpty(Path data) {
        if (Files.notExists(data)) {
            return;
        }
        try (Stream<Path> all = Files.list(data)) {
            boolean empty = all.map(path -> path.getFileName().toString()).allMatch(MAY_BE_THERE::contains);
            if (!empty || Files.exists(data.resolve("keys").resolve("database.key"))) {
                throw new BackupFailure("keep.restore.folder-not-empty", data.toString());
            }
        } catch (IOException e) {
            throw new BackupFailure("keep.restore.cannot-write", data.toString());
        }
    }

    /** Removes a folder with all that is in it; what is not there is as good as removed. */
    static void remove(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
