package org.plinth.web.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.plinth.web.audit.CheckpointFolder.Trail;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.store.AuditStore;
import org.plinth.web.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes checkpoints: into a file that only grows, a copy of it where the operator wants one, and, as a row of its own,
 * into the chain, so that a checkpoint that vanishes is missed. Any thread.
 */
public final class Checkpoints {

    /** Name of the row in the chain. */
    static final String ACTION = "checkpoint.write";

    /** Name of the row that says that the key is another one. */
    static final String KEY_ACTION = "checkpoint.key";

    /** As many rows, and there is a new one. */
    static final int MOST_ROWS = 1_000;

    /** So long, and there is a new one if anything was added. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Store store;
    private final Places places;
    private final LongSupplier journals;
    private final Clock clock;
    private final CheckpointFolder folder;
    private final Optional<CheckpointFolder> copy;
    private Optional<CheckpointKey> key = Optional.empty();
    private Optional<Checkpoint> latest;

    /**
     * Where things lie.
     *
     * @param folder of the checkpoints, in the data folder
     * @param key of the signing key
     * @param copy another folder, better on another machine
     */
    public record Places(Path folder, Path key, Optional<Path> copy) {

        /** As it is usual: beside the data, the key beside the master key. */
        public static Places of(Path data, Path masterKey, Optional<Path> copy) {
            return new Places(data.resolve("checkpoints"), masterKey.resolveSibling("checkpoint.key"), copy);
        }
    }

    /**
     * Of this store.
     *
     * @param journals how many there are
     * @param clock of the server
     */
    public Checkpoints(Store store, Places places, LongSupplier journals, Clock clock) {
        this.store = store;
        this.places = places;
        this.journals = journals;
        this.clock = clock;
        this.folder = new CheckpointFolder(places.folder());
        this.copy = places.copy().map(CheckpointFolder::new);
        this.latest = folder.read().last();
    }

    /** The last one that was written; empty if there is none. */
    public synchronized Optional<Checkpoint> latest() {
        return latest;
    }

    /** The key, made on first use. */
    public synchronized CheckpointKey key() {
        CheckpointKey known = key.orElseGet(() -> CheckpointKey.open(places.key()));
        key = Optional.of(known);
        return known;
    }

    /** Puts a new key into the place of the old one, which signs it; the last checkpoint of the old and the first of the new. */
    public synchronized Checkpoint renewKey() {
        key();
        write();
        key = Optional.of(CheckpointKey.renew(places.key()));
        return write(clock.instant());
    }

    private void noteKey(String before, Trail trail, Instant now) {
        boolean signed = Optional.ofNullable(trail.keys().get(before))
                .filter(old -> key().follows(old))
                .isPresent();
        if (!signed) {
            LOG.error("checkpoints are signed by another key than before, {}, which did not sign it", before);
        }
        Map<String, Object> details = Map.of("key", key().id(), "before", before, "signed", signed);
        store.write(Act.ofPlinth(Act.INSTALLATION, now, KEY_ACTION), stores -> {
            stores.audit().note("checkpoint:key", details);
            return true;
        });
    }

    /** Writes one if anything but the last one itself was added to the chain since; the copy is brought up to date anyway. */
    public synchronized Optional<Checkpoint> write() {
        AuditStore.Head head = store.read(stores -> stores.audit().head());
        long known = latest.map(Checkpoint::seq).orElse(-1L);
        boolean isSameKey = latest.map(last -> last.key().equals(key().id())).orElse(true);
        if (head.seq() <= known + 1 && isSameKey) {
            copy.ifPresent(this::copyTo);
            return Optional.empty();
        }
        return Optional.of(write(clock.instant()));
    }

    /** The same, but only after enough rows or enough time. */
    public synchronized Optional<Checkpoint> writeIfDue() {
        Instant now = clock.instant();
        long head = store.read(stores -> stores.audit().head()).seq();
        boolean due = latest.map(last -> head - last.seq() >= MOST_ROWS
                        || (!now.isBefore(last.at().plus(LONGEST)) && head > last.seq() + 1))
                .orElse(head > 0);
        return due ? write() : Optional.empty();
    }

    private Checkpoint write(Instant now) {
        Trail trail = folder.read();
        trail.last()
                .map(Checkpoint::key)
                .filter(before -> !before.equals(key().id()))
                .ifPresent(before -> noteKey(before, trail, now));
        Checkpoint open = store.read(stores -> {
            AuditStore audit = stores.audit();
            AuditStore.Head head = audit.head();
            return new Checkpoint(
                    Math.max(
                                    lastNoted(audit),
                                    trail.last().map(Checkpoint::number).orElse(0L))
                            + 1,
                    head.seq(),
                    head.hash(),
                    audit.count(),
                    journals.getAsLong(),
                    now.truncatedTo(ChronoUnit.MILLIS),
                    trail.lines().isEmpty()
                            ? Checkpoint.NO_HASH
                            : Sha256.hex(trail.lines().get(trail.lines().size() - 1)),
                    "",
                    Optional.empty(),
                    "");
        });
        Checkpoint signed = open.signedBy(key());
        keep(signed);
        note(signed, now);
        latest = Optional.of(signed);
        return signed;
    }

    /** The file may have lost some that the chain names: their numbers are not given again. */
    private static long lastNoted(AuditStore audit) {
        AuditFilter noted = new AuditFilter(
                Set.of(Act.INSTALLATION),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(ACTION),
                Optional.empty());
        return audit.find(noted, Long.MAX_VALUE, 1).stream()
                .flatMap(row -> Noted.of(row).stream())
                .mapToLong(Noted::number)
                .findFirst()
                .orElse(0);
    }

    private void keep(Checkpoint signed) {
        try {
            folder.keepKey(key().id(), key().publicPem());
            folder.append(List.of(signed.line()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        copy.ifPresent(this::copyTo);
    }

    /** A copy that cannot be written now is brought up to date the next time. */
    private void copyTo(CheckpointFolder other) {
        try {
            if (!other.follow(folder)) {
                LOG.error("the copy of the checkpoints, {}, is not a copy of them: it is left as it is", other.file());
            }
        } catch (IOException e) {
            LOG.warn("the checkpoints could not be copied to {}: {}", other.file(), e.getMessage());
        }
    }

    private void note(Checkpoint signed, Instant now) {
        Map<String, Object> details = new TreeMap<>();
        details.put("number", signed.number());
        details.put("seq", signed.seq());
        details.put("head", signed.head());
        details.put("key", signed.key());
        details.put("sha256", Sha256.hex(signed.line()));
        store.write(Act.ofPlinth(Act.INSTALLATION, now, ACTION), stores -> {
            stores.audit().note(Noted.SUBJECT + signed.number(), details);
            return true;
        });
    }

    /** All that is there to check a chain against: the file, and its copy where there is one. */
    List<Trail> trails() {
        List<Trail> trails = new ArrayList<>();
        trails.add(folder.read());
        copy.filter(other -> other.file().toFile().exists()).ifPresent(other -> trails.add(other.read()));
        return trails;
    }

    /** The file of checkpoints as it is, and the public keys as texts by id: for an export. */
    Exported exported() {
        try {
            Map<String, String> keys = new TreeMap<>();
            for (Path file : folder.keyFiles()) {
                keys.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
            return new Exported(folder.read().lines(), keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What goes out.
     *
     * @param lines of the file
     * @param keys public ones by file name
     */
    record Exported(List<String> lines, Map<String, String> keys) {
        Exported {
            lines = List.copyOf(lines);
            keys = Map.copyOf(keys);
        }
    }

    /**
     * A checkpoint as the chain names it.
     *
     * @param number of it
     * @param sha256 of its line
     */
    record Noted(long number, String sha256) {

        static final String SUBJECT = "checkpoint:";

        /** From a row of the chain; empty if it is about something else. */
        static Optional<Noted> of(AuditEvent row) {
            if (!row.action().equals(ACTION) || !row.clinic().equals(Act.INSTALLATION)) {
                return Optional.empty();
            }
            return Details.of(row.after())
                    .map(after -> new Noted(
                            after.path("number").asLong(), after.path("sha256").asText()));
        }
    }
}
