package org.plinth.web.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.hash.Sha256;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalHeader;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Snapshot;

/**
 * What goes into a backup: every row as of one moment, and every journal. Journals only grow, so those that were sealed at
 * that moment are the same ever after; one that began later is left to the next backup. One thread.
 */
final class BackupSource {

    private final Snapshot snapshot;
    private final Journals journals;
    private final Path journalFolder;
    private final Instant moment;
    private final Runnable step;
    private final BooleanSupplier stopped;
    private long files;
    private long fileBytes;
    private long sealedFound;
    private long faults;

    BackupSource(
            Snapshot snapshot,
            Journals journals,
            Path journalFolder,
            Instant moment,
            Runnable step,
            BooleanSupplier stopped) {
        this.snapshot = snapshot;
        this.journals = journals;
        this.journalFolder = journalFolder;
        this.moment = moment;
        this.step = step;
        this.stopped = stopped;
    }

    /** Writes all of it; gives what it came to. */
    BackupSummary to(PayloadWriter out) throws IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : snapshot.tables()) {
            goOn();
            out.table(table, snapshot.columns(table));
            rows.put(table, snapshot.rows(table, out));
            out.endTable();
        }
        for (Path folder : folders()) {
            copy(folder, out);
        }
        return new BackupSummary(rows, files, fileBytes, faults + snapshot.sealed() - sealedFound, snapshot.head());
    }

    private void goOn() {
        step.run();
        if (stopped.getAsBoolean()) {
            throw new BackupFailure("keep.backup.stopped");
        }
    }

    private List<Path> folders() throws IOException {
        if (Files.notExists(journalFolder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(journalFolder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void copy(Path folder, PayloadWriter out) throws IOException {
        List<String> names;
        try (Stream<Path> all = Files.list(folder)) {
            names = all.map(file -> folder.getFileName() + "/" + file.getFileName())
                    .filter(name -> Payload.JOURNAL_NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
        Map<Id<Recording>, Snapshot.Sealed> known = snapshot.seals(ids(names));
        for (String name : names) {
            goOn();
            Optional<Id<Recording>> id = id(name);
            Optional<Snapshot.Sealed> row = id.map(known::get);
            if (row.isPresent() || id.isEmpty() || !isYounger(id.get())) {
                copy(name, row.flatMap(Snapshot.Sealed::seal), out);
            }
        }
    }

    private static List<Id<Recording>> ids(List<String> names) {
        List<Id<Recording>> ids = new ArrayList<>();
        names.forEach(name -> id(name).ifPresent(ids::add));
        return ids;
    }

    /** Whose journal it is; empty for a tail. */
    private static Optional<Id<Recording>> id(String name) {
        Matcher matcher = Payload.JOURNAL_NAME.matcher(name);
        return matcher.matches() && matcher.group(3) == null ? Id.parse(matcher.group(2)) : Optional.empty();
    }

    private boolean isYounger(Id<Recording> id) {
        try {
            return journals.header(id)
                    .map(JournalHeader::createdAt)
                    .filter(moment::isBefore)
                    .isPresent();
        } catch (JournalFailure unreadable) {
            // Nobody knows whose it is: it is kept.
            return false;
        }
    }

    private void copy(String name, Optional<Recording.Seal> seal, PayloadWriter out) throws IOException {
        MessageDigest digest = Sha256.digest();
        long length;
        try (InputStream file = Files.newInputStream(journalFolder.resolve(name));
                Counted counted = new Counted(new DigestInputStream(file, digest))) {
            out.journal(name, counted);
            length = counted.bytes();
        } catch (NoSuchFileException e) {
            // An erasure took it since it was listed.
            return;
        }
        files++;
        fileBytes += length;
        if (seal.isPresent()) {
            sealedFound++;
            Recording.Seal found = new Recording.Seal(Sha256.hex(digest), length);
            faults += found.equals(seal.get()) ? 0 : 1;
        }
    }
}
