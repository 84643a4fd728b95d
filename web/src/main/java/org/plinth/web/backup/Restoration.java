package org.plinth.web.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.plinth.web.audit.CheckpointCheck;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.config.DataFolder;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.config.StartRefused.Fault;
import org.plinth.web.integrity.Unreadable;
import org.plinth.web.integrity.Verification;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.AuditStore;
import org.plinth.web.store.Cells;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.Loading;

/**
 * Brings one backup back into one empty folder and proves that it is whole: every row counted, the end of the audit chain
 * as it was, the chain followed, every journal against its seal. Leaves what it made where it made it, done or not.
 * One thread, once.
 */
final class Restoration implements PayloadReader.Sink {

    private static final long TELL_EVERY_BYTES = 64L << 20;

    private final Path folder;
    private final Optional<String> db;
    private final Keys keys;
    private final LongConsumer progress;
    private final List<Fault> notices = new ArrayList<>();
    private Optional<Manifest> manifest = Optional.empty();
    private Optional<KeyVault> master = Optional.empty();
    private Optional<Loading> loading = Optional.empty();
    private Optional<SealedInput> input = Optional.empty();
    private long journals;
    private long journalBytes;
    private long told;

    /** Where keys come from. */
    interface Keys {

        /** The secret that the header asks for. */
        BackupSecret secret(int source);

        /** The master key that the backup carries. */
        KeyVault carried(String text);

        /** The master key, where the backup carries none. */
        KeyVault own();
    }

    /**
     * What it came to.
     *
     * @param madeAt the moment that the backup holds
     * @param summary what it holds
     * @param verified what the look at everything found
     * @param notices what the operator should know
     * @param master key of what was restored
     */
    record Done(
            Instant madeAt,
            BackupSummary summary,
            Verification.Summary verified,
            List<Fault> notices,
            KeyVault master) {}

    Restoration(Path folder, Optional<String> db, Keys keys, LongConsumer progress) {
        this.folder = folder;
        this.db = db;
        this.keys = keys;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @throws BackupFailure if the backup is not whole, or what was restored is not what it holds
     * @throws IOException if the folder does not take it, or the file cannot be read
     */
    Done from(Path file) throws IOException {
        BackupSummary summary;
        Instant madeAt;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                SealedInput sealed = new SealedInput(raw, keys::secret)) {
            input = Optional.of(sealed);
            madeAt = sealed.header().madeAt();
            summary = new PayloadReader(sealed).all(this);
            compare(summary);
            loading.ifPresent(open -> open.finish().ifPresent(notices::add));
        } finally {
            loading.ifPresent(Loading::close);
        }
        return new Done(madeAt, summary, verify(summary), List.copyOf(notices), master());
    }

    private void compare(BackupSummary summary) {
        Loading filled = loading.orElseThrow(() -> new BackupFailure("keep.backup.unknown-content"));
        filled.counts().forEach((table, rows) -> {
            if (!rows.equals(summary.rows().getOrDefault(table, 0L))) {
                throw new BackupFailure(
                        "keep.restore.rows",
                        table,
                        Long.toString(rows),
                        Long.toString(summary.rows().getOrDefault(table, 0L)));
            }
        });
        AuditStore.Head head = filled.head().orElse(new AuditStore.Head(0, ""));
        if (!head.equals(summary.head())) {
            throw new BackupFailure(
                    "keep.restore.head",
                    Long.toString(head.seq()),
                    Long.toString(summary.head().seq()));
        }
        if (journals != summary.journals() || journalBytes != summary.journalBytes()) {
            throw new BackupFailure(
                    "keep.restore.journals", Long.toString(journals), Long.toString(summary.journals()));
        }
    }

    private Verification.Summary verify(BackupSummary summary) {
        try (DataFolder held = DataFolder.open(folder);
                Database store = Database.open(held, db, master());
                Journals read = Journals.open(held.journals())) {
            // What was wrong with checkpoints when the backup was made is for "verify" to say; here it is whether all
            // came back.
            Checkpoints carried = new Checkpoints(
                    store,
                    Checkpoints.Places.of(held.root(), held.root(), Optional.empty()),
                    () -> 0,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            Verification.Summary found =
                    new Verification(store, read, carried, List.of()).run(new Unheard(), visits -> {}, () -> false);
            if (found.faults() > summary.faults()) {
                throw new BackupFailure("keep.restore.seals", Long.toString(found.faults() - summary.faults()));
            }
            return found;
        }
    }

    private KeyVault master() {
        if (master.isEmpty()) {
            master = Optional.of(keys.own());
        }
        return master.get();
    }

    @Override
    public void manifest(String json) throws IOException {
        manifest = Optional.of(Manifest.parse(json));
    }

    @Override
    public void key(String text) {
        master = Optional.of(keys.carried(text));
    }

    @Override
    public Cells table(String name, List<String> columns) {
        tell();
        if (loading.isEmpty()) {
            int schema = manifest.orElseThrow(() -> new BackupFailure("keep.backup.unknown-content"))
                    .schema();
            loading = Optional.of(Database.load(folder, db, master(), schema));
        }
        return loading.get().table(name, columns);
    }

    @Override
    public OutputStream journal(String name) throws IOException {
        tell();
        Path file = folder.resolve("journals").resolve(name);
        PrivateFiles.create(file);
        journals++;
        return new Counting(new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE)));
    }

    @Override
    public void file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        PrivateFiles.create(file);
        Files.write(file, content);
    }

    private void tell() {
        long bytes = input.map(SealedInput::bytes).orElse(0L);
        if (bytes - told >= TELL_EVERY_BYTES) {
            told = bytes;
            progress.accept(bytes);
        }
    }

    private final class Counting extends FilterOutputStream {

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            journalBytes += length;
        }
    }

    /** Counts are enough here: {@code verify} names each. */
    private static final class Unheard implements Verification.Findings {

        @Override
        public void fault(Unreadable fault) {
            // In the summary.
        }

        @Override
        public void checkpoint(CheckpointCheck.Fault fault) {
            // In the summary.
        }

        @Override
        public void orphan(Id<Recording> journal) {
            // In the summary.
        }
    }
}
