package org.plinth.web.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything, and the lock that one process has on it (decision T4). The lock goes with the
 * process, whichever way that ends; the file stays and names the process that had it last.
 */
public final class DataFolder implements AutoCloseable {

    private static final int LONGEST_OWNER_BYTES = 40;

    /** Where a restore makes what it puts in place at its end. */
    public static final String HALF = ".restoring";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder where there is none (mode 0700) and takes its lock.
     *
     * @throws StartRefused if another process has it, naming that process, or the folder cannot be used
     */
    public static DataFolder open(Path root) {
        try {
            PrivateFiles.createFolder(root);
            Path file = root.resolve("plinth.lock");
            if (Files.notExists(file)) {
                PrivateFiles.create(file);
            }
            return lock(root, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new StartRefused("store.data-folder-unusable", root.toString());
        }
    }

    private static DataFolder lock(Path root, FileChannel channel) throws IOException {
        FileLock lock = tryLock(channel);
        if (lock == null) {
            String owner = owner(channel);
            channel.close();
            throw new StartRefused("store.data-folder-in-use", root.toString(), owner);
        }
        channel.truncate(0);
        String owner = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)), 0);
        return new DataFolder(root, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process has it.
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_OWNER_BYTES);
        channel.read(text, 0);
        String owner = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return owner.matches("[0-9]+") ? owner : "?";
    }

    /**
     * Refuses a folder into which a restore was cut off: what is there is not whole.
     *
     * @throws StartRefused if it is one
     */
    public void requireNotHalf() {
        if (Files.exists(root.resolve(HALF))) {
            throw new StartRefused("keep.restore.unfinished", root.toString());
        }
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** Where journals are. */
    public Path journals() {
        return root.resolve("journals");
    }

    /** Where backups made before a migration are. */
    public Path backups() {
        return root.resolve("backups");
    }

    /** Where logs are. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Lets go of the lock. */
    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new StartRefused("store.data-folder-unusable", root.toString());
        }
    }
}
