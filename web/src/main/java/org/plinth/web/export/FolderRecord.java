package org.plinth.web.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.hash.Sha256;

/**
 * The file {@value #NAME} in the folder of an export: first what the run was made of, then the checksum and name of each file
 * that it finished, a line each, added before the file gets its name. Locked while it is open. One thread.
 */
final class FolderRecord implements AutoCloseable {

    static final String NAME = ".plinth-export";

    private static final int HASH_DIGITS = 64;
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ExportRun run;
    private final Map<String, String> sums;
    private final boolean beganAnew;

    private FolderRecord(FileChannel channel, ExportRun run, Map<String, String> sums, boolean beganAnew) {
        this.channel = channel;
        this.run = run;
        this.sums = sums;
        this.beganAnew = beganAnew;
    }

    static FolderRecord open(Path folder, ExportRun now, Predicate<ExportRun> goesOn) throws IOException {
        Path file = folder.resolve(NAME);
        boolean known = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (!known) {
            requireNothingElse(folder, Map.of());
            PrivateFiles.create(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean opened = false;
        try {
            lock(channel, folder);
            FolderRecord record = read(channel, folder, file, now, goesOn);
            opened = true;
            return record;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static void lock(FileChannel channel, Path folder) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new ExportRefused(ExportRefused.Reason.IN_USE, folder.toString());
            }
        } catch (OverlappingFileLockException sameProcess) {
            throw new ExportRefused(ExportRefused.Reason.IN_USE, folder.toString());
        }
    }

    private static FolderRecord read(
            FileChannel channel, Path folder, Path file, ExportRun now, Predicate<ExportRun> goesOn)
            throws IOException {
        String text = Files.readString(file);
        // What stands behind the last line end was cut off while it was written.
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        Map<String, String> sums = new HashMap<>();
        lines.stream()
                .skip(1)
                .filter(line -> line.length() > HASH_DIGITS + 2)
                .forEach(line -> sums.put(line.substring(HASH_DIGITS + 2), line.substring(0, HASH_DIGITS)));
        requireNothingElse(folder, sums);
        Optional<ExportRun> before = lines.stream().findFirst().flatMap(ExportRun::parse);
        if (before.filter(goesOn).isPresent()) {
            channel.truncate(text.substring(0, text.lastIndexOf('\n') + 1).getBytes(StandardCharsets.UTF_8).length);
            channel.position(channel.size());
            return new FolderRecord(channel, before.get(), sums, false);
        }
        for (String name : sums.keySet()) {
            Files.deleteIfExists(folder.resolve(name));
        }
        channel.truncate(0);
        FolderRecord record = new FolderRecord(channel, now, new HashMap<>(), before.isPresent());
        record.line(now.line());
        return record;
    }

    /** Ours are the record, what it lists, and what was being written. */
    private static void requireNothingElse(Path folder, Map<String, String> sums) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Optional<Path> other = all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !isOurs(folder.relativize(path), sums))
                    .findFirst();
            if (other.isPresent()) {
                throw new ExportRefused(ExportRefused.Reason.HOLDS_OTHER, folder.toString());
            }
        }
    }

    private static boolean isOurs(Path relative, Map<String, String> sums) {
        String name = relative.toString().replace('\\', '/');
        return name.equals(NAME) || sums.containsKey(name) || name.endsWith(".part");
    }

    ExportRun run() {
        return run;
    }

    boolean beganAnew() {
        return beganAnew;
    }

    /** The checksum of a file that was finished. */
    Optional<String> sum(String name) {
        return Optional.ofNullable(sums.get(name));
    }

    void add(String name, String sum) throws IOException {
        line(sum + "  " + name);
        sums.put(name, sum);
    }

    private void line(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    /** Whether a file is there and has this checksum. */
    static boolean isWhole(Path file, String sum) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // the digest takes it
            }
            return Sha256.hex(digest).equals(sum);
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
