package org.plinth.web.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.plinth.web.config.PrivateFiles;

/**
 * Where the socket of a data folder is: {@code control/plinth.sock}. A path longer than the system takes for a socket is
 * replaced by one in a private temporary folder, which {@code control/where} names.
 *
 * @param folder {@code control} in the data folder, mode 0700
 */
record ControlAddress(Path folder) {

    /** Linux takes 107 bytes, macOS 103. */
    private static final int LONGEST_BYTES = 100;

    private static final String SOCKET = "plinth.sock";

    static ControlAddress of(Path data) {
        return new ControlAddress(data.toAbsolutePath().resolve("control"));
    }

    private Path own() {
        return folder.resolve(SOCKET);
    }

    private Path pointer() {
        return folder.resolve("where");
    }

    /** Makes room for a socket: whoever left one here is gone, for the caller has the lock of the data folder. */
    Path prepare() throws IOException {
        PrivateFiles.createFolder(folder);
        makePrivate(folder, "rwx------");
        clear();
        if (fits(own())) {
            return own();
        }
        Path elsewhere = Files.createTempDirectory("plinth-").resolve(SOCKET);
        if (!fits(elsewhere)) {
            Files.delete(folderOf(elsewhere));
            throw new IOException("both paths are longer than a socket's may be: " + own() + ", " + elsewhere);
        }
        PrivateFiles.create(pointer());
        Files.writeString(pointer(), elsewhere.toString(), StandardCharsets.UTF_8);
        return elsewhere;
    }

    /** Where a server would listen; empty where none can. */
    Optional<Path> socket() throws IOException {
        Path path = pointed().orElse(own());
        return fits(path) ? Optional.of(path) : Optional.empty();
    }

    /** Removes socket, pointer and temporary folder; what is not there is as good as removed. */
    void clear() throws IOException {
        Optional<Path> elsewhere = pointed();
        if (elsewhere.isPresent()) {
            Files.deleteIfExists(elsewhere.get());
            Files.deleteIfExists(folderOf(elsewhere.get()));
        }
        Files.deleteIfExists(pointer());
        Files.deleteIfExists(own());
    }

    static void makePrivate(Path path, String mode) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    private Optional<Path> pointed() throws IOException {
        try {
            return Optional.of(Path.of(Files.readString(pointer(), StandardCharsets.UTF_8)))
                    .filter(path -> path.endsWith(SOCKET) && path.getParent() != null);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Path folderOf(Path socket) {
        Path parent = socket.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(socket + " is in no folder");
        }
        return parent;
    }

    private static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }
}
