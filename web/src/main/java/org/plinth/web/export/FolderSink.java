package org.plinth.web.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.hash.Sha256;
import org.plinth.web.hash.SummedZip;
import org.plinth.web.hash.Unclosed;

/**
 * An export as a folder (mode 0700, files 0600). A file has its name only when it is whole and on the disk; before that it is
 * {@code NAME.part}. A run that was cut off is gone on with: what it finished is kept where neither the request nor the data
 * changed, else the folder is begun anew. Refuses a folder that holds anything else. One thread.
 */
public final class FolderSink implements ExportSink, AutoCloseable {

    /** What must stay free on the disk [bytes]: where recordings stop. */
    public static final long LEAST_FREE = 500_000_000L;

    private static final String PART = ".part";
    private static final int LOOK_EVERY = 4 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final FolderRecord record;
    private final LongSupplier freeBytes;
    private final Map<String, String> finished = new TreeMap<>();
    private int kept;

    private FolderSink(Path folder, FolderRecord record, LongSupplier freeBytes) {
        this.folder = folder;
        this.record = record;
        this.freeBytes = freeBytes;
    }

    /**
     * Opens or makes the folder.
     *
     * @param run what is asked for now
     * @param goesOn whether what an earlier run began may be gone on with
     * @throws ExportRefused if it holds something else, or another export writes there
     */
    static FolderSink open(Path folder, ExportRun run, Predicate<ExportRun> goesOn, LongSupplier freeBytes)
            throws IOException {
        PrivateFiles.createFolder(folder);
        return new FolderSink(folder, FolderRecord.open(folder, run, goesOn), freeBytes);
    }

    /** Whether files of an earlier run are thrown away, because the data or the request are others now. */
    public boolean beganAnew() {
        return record.beganAnew();
    }

    /** When this export was asked for: of a run that is gone on with, when it began. */
    public Instant at() {
        return record.run().at();
    }

    /** How many files of an earlier run were kept. */
    public int kept() {
        return kept;
    }

    /** How many files there are. */
    public int files() {
        return finished.size();
    }

    @Override
    public boolean has(String name) {
        if (finished.containsKey(name)) {
            return true;
        }
        boolean whole = record.sum(name)
                .filter(sum -> FolderRecord.isWhole(folder.resolve(checked(name)), sum))
                .isPresent();
        if (whole) {
            finished.put(name, record.sum(name).orElseThrow());
            kept++;
        }
        return whole;
    }

    @Override
    public void file(String name, Writer writer) throws IOException {
        if (name.equals(SummedZip.SUMS)) {
            throw new IllegalArgumentException(name + " is written at the end, of all files");
        }
        if (!has(name)) {
            finished.put(name, write(name, writer));
        }
    }

    @Override
    public Map<String, String> sums() {
        return Collections.unmodifiableMap(finished);
    }

    private String write(String name, Writer writer) throws IOException {
        Path target = folder.resolve(checked(name));
        Path part = target.resolveSibling(target.getFileName() + PART);
        Files.deleteIfExists(part);
        requireRoom(name);
        PrivateFiles.create(part);
        boolean whole = false;
        try {
            String sum = fill(part, name, writer);
            record.add(name, sum);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            whole = true;
            return sum;
        } finally {
            if (!whole) {
                Files.deleteIfExists(part);
            }
        }
    }

    private String fill(Path part, String name, Writer writer) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(new Roomy(name, channel), digest);
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            writer.to(new Unclosed(buffered));
            buffered.flush();
            channel.force(true);
        }
        return Sha256.hex(digest);
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*") || name.endsWith(PART)) {
            throw new IllegalArgumentException("not a name of a file in an export: " + name);
        }
        return name;
    }

    private void requireRoom(String name) throws ExportRefused {
        if (freeBytes.getAsLong() < LEAST_FREE) {
            throw new ExportRefused(ExportRefused.Reason.NO_ROOM, name);
        }
    }

    /** Writes the checksums as {@code sha256sum -c} reads them; everything that belongs to the export is there then. */
    public void finish() throws IOException {
        StringBuilder sums = new StringBuilder();
        finished.forEach(
                (name, sum) -> sums.append(sum).append("  ").append(name).append('\n'));
        String sum = write(SummedZip.SUMS, out -> out.write(sums.toString().getBytes(StandardCharsets.UTF_8)));
        finished.put(SummedZip.SUMS, sum);
    }

    @Override
    public void close() throws IOException {
        record.close();
    }

    /** Looks now and then whether there is still room. */
    private final class Roomy extends OutputStream {

        private final String name;
        private final OutputStream out;
        private long sinceLook;

        Roomy(String name, FileChannel channel) {
            this.name = name;
            this.out = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sinceLook += length;
            if (sinceLook > LOOK_EVERY) {
                sinceLook = 0;
                requireRoom(name);
            }
            out.write(bytes, offset, length);
        }
    }
}
