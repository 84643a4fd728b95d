package org.plinth.web.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.hash.Sha256;
import org.plinth.web.journal.JournalFailure.Reason;

/** The journals of a data folder, and the clock that forces them to the disk. Any thread. */
public final class Journals implements AutoCloseable {

    /** Below this nothing new is begun [bytes] (decision T16). */
    public static final long STOP_BELOW_BYTES = 500_000_000L;

    /** Below this the operator is warned [bytes] (decision T16). */
    public static final long WARN_BELOW_BYTES = 2_000_000_000L;

    /** Well under the promised 250 ms: what many journals take to be forced comes on top [ms]. */
    private static final long FORCE_EVERY_MILLIS = 100;

    private static final String SUFFIX = ".plj";

    /** How much room there is. */
    public enum Space {
        /** Enough. */
        ENOUGH,
        /** Less than 2 GB. */
        LOW,
        /** Less than 500 MB: nothing new is begun. */
        NONE
    }

    private final Path folder;
    private final LongSupplier freeBytes;
    private final LongAdder packets = new LongAdder();
    private final Set<FileJournalWriter> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService forcer = Executors.newSingleThreadScheduledExecutor(Journals::forcingThread);

    private Journals(Path folder, LongSupplier freeBytes) {
        this.folder = folder;
        this.freeBytes = freeBytes;
        ScheduledFuture<?> untilClose = forcer.scheduleWithFixedDelay(
                () -> open.forEach(FileJournalWriter::forceQuietly),
                FORCE_EVERY_MILLIS,
                FORCE_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        if (untilClose.isDone()) {
            throw new IllegalStateException("the journals' clock does not run");
        }
    }

    private static Thread forcingThread(Runnable work) {
        Thread thread = new Thread(work, "journal-force");
        thread.setDaemon(true);
        return thread;
    }

    /** The journals in this folder; it is made where there is none. */
    public static Journals open(Path folder) {
        return open(folder, () -> folder.toFile().getUsableSpace());
    }

    /** The same with another way to ask for the free space [bytes]. */
    public static Journals open(Path folder, LongSupplier freeBytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new JournalFailure("making the folder of journals", e);
        }
        return new Journals(folder, freeBytes);
    }

    /** Recordings that are being written. */
    public int recording() {
        return open.size();
    }

    /** Bytes that the operating system has and the disk has not, of all that are being written. */
    public long unforcedBytes() {
        return open.stream().mapToLong(FileJournalWriter::unforcedBytes).sum();
    }

    /** Packets that were taken since the start. */
    public long packets() {
        return packets.sum()
                + open.stream().mapToLong(FileJournalWriter::packets).sum();
    }

    /** Free space [bytes]. */
    public long freeBytes() {
        return freeBytes.getAsLong();
    }

    /** How much room there is. */
    public Space space() {
        long free = freeBytes.getAsLong();
        if (free < STOP_BELOW_BYTES) {
            return Space.NONE;
        }
        return free < WARN_BELOW_BYTES ? Space.LOW : Space.ENOUGH;
    }

    /**
     * Begins a journal; its header is on the disk when this returns.
     *
     * @throws JournalFailure NO_SPACE, EXISTS or IO
     */
    public JournalWriter create(Id<Recording> recording, JournalKey key, Instant createdAt) {
        return create(recording, key, createdAt, true);
    }

    /**
     * The same for made-up data, of which there are many and none is missed: nothing is forced to the disk, so a power cut
     * may take it. The end of the process takes nothing.
     */
    public JournalWriter createForMadeUpData(Id<Recording> recording, JournalKey key, Instant createdAt) {
        return create(recording, key, createdAt, false);
    }

    private JournalWriter create(Id<Recording> recording, JournalKey key, Instant createdAt, boolean toDisk) {
        if (space() == Space.NONE) {
            throw new JournalFailure(Reason.NO_SPACE, "less than " + STOP_BELOW_BYTES + " bytes are free");
        }
        Path path = path(recording);
        byte[] header = JournalFormat.header(new JournalHeader(recording, key.id(), createdAt));
        JournalCipher cipher = new JournalCipher(key, recording);
        RandomAccessFile file = begin(path, header, toDisk);
        FileJournalWriter writer = new FileJournalWriter(
                path, file, FileJournalWriter.Standing.after(header), cipher, toDisk, this::ended);
        open.add(writer);
        return writer;
    }

    /**
     * Goes on with a journal that was cut off between two records.
     *
     * @param end how reading it ended
     * @throws JournalFailure CLOSED if it ended otherwise: a number that was used once must not seal anything else
     */
    public JournalWriter resume(Id<Recording> recording, JournalKey key, JournalEnd end) {
        Path path = path(recording);
        if (end.closed() || end.tornTail().isPresent()) {
            throw new JournalFailure(Reason.CLOSED, path.getFileName() + " was not cut off between two records");
        }
        try {
            MessageDigest digest = Sha256.digest();
            digest.update(Files.readAllBytes(path));
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            file.seek(end.goodBytes());
            FileJournalWriter writer = new FileJournalWriter(
                    path,
                    file,
                    new FileJournalWriter.Standing(digest, end.goodBytes(), (int) end.records()),
                    new JournalCipher(key, recording),
                    true,
                    this::ended);
            open.add(writer);
            return writer;
        } catch (IOException e) {
            throw new JournalFailure("going on with " + path.getFileName(), e);
        }
    }

    private void ended(FileJournalWriter writer) {
        if (open.remove(writer)) {
            packets.add(writer.packets());
        }
    }

    private static RandomAccessFile begin(Path path, byte[] header, boolean toDisk) {
        try {
            Path parent = parent(path);
            boolean isNew = Files.notExists(parent);
            Files.createDirectories(parent);
            createPrivate(path);
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                file.write(header);
                if (toDisk) {
                    file.getFD().sync();
                    force(parent);
                }
                if (toDisk && isNew) {
                    force(parent(parent));
                }
            } catch (IOException e) {
                file.close();
                throw e;
            }
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new JournalFailure(Reason.EXISTS, String.valueOf(path.getFileName()));
        } catch (IOException e) {
            throw new JournalFailure("beginning " + path.getFileName(), e);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no folder above " + path);
        }
        return parent;
    }

    private static void createPrivate(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
    }

    /** Forces a folder's entries; systems that cannot (Windows) write them through by themselves. */
    private static void force(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Reads a journal. */
    public JournalReader read(Id<Recording> recording, JournalKey key) {
        return JournalReader.open(path(recording), key);
    }

    /** Reads a journal to its end without a key: header, lengths, numbers and checksums. */
    public JournalEnd check(Id<Recording> recording) {
        return JournalReader.check(path(recording));
    }

    /** The header of a journal; empty if there is no such file. */
    public Optional<JournalHeader> header(Id<Recording> recording) {
        return exists(recording) ? Optional.of(JournalReader.header(path(recording))) : Optional.empty();
    }

    /** Where the journal of a recording is, whether or not it exists. */
    public Path path(Id<Recording> recording) {
        String id = recording.toString();
        return folder.resolve(id.substring(0, 2)).resolve(id + SUFFIX);
    }

    /** All there are, by id. */
    public List<Id<Recording>> list() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .flatMap(name -> Id.<Recording>parse(name.substring(0, name.length() - SUFFIX.length())).stream())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new JournalFailure("listing journals", e);
        }
    }

    /** Whether there is one. */
    public boolean exists(Id<Recording> recording) {
        return Files.exists(path(recording));
    }

    /**
     * Cuts what stands behind the last good record and returns the seal of what stays. The cut bytes are kept beside the
     * journal, in {@code <id>.tail-<byte>}: damage in the middle of a file can hide good records behind it.
     */
    public Recording.Seal cut(Id<Recording> recording, JournalEnd end) {
        Path path = path(recording);
        try {
            if (end.tornTail().isPresent()) {
                cut(path, end.tornTail().get());
            }
            return FileSeal.of(path);
        } catch (IOException e) {
            throw new JournalFailure("cutting " + path.getFileName(), e);
        }
    }

    private static void cut(Path path, TornTail tail) throws IOException {
        Path kept = path.resolveSibling(path.getFileName() + ".tail-" + tail.atByte());
        try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel to = FileChannel.open(
                        kept,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            long copied = from.transferTo(tail.atByte(), tail.length(), to);
            if (copied != tail.length() || from.size() != tail.atByte() + tail.length()) {
                throw new IOException("the file changed since it was read");
            }
            to.force(true);
            force(parent(path));
            from.truncate(tail.atByte());
            from.force(true);
        }
    }

    /** Hash and length of the stored bytes, as they are now; needs no key. */
    public Recording.Seal sealOf(Id<Recording> recording) {
        try {
            return FileSeal.of(path(recording));
        } catch (IOException e) {
            throw new JournalFailure("hashing the journal " + recording, e);
        }
    }

    /** Forces and lets go of all that is open. */
    @Override
    public void close() {
        forcer.shutdown();
        List.copyOf(open).forEach(FileJournalWriter::close);
    }
}
