package org.plinth.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.plinth.web.config.PrivateFiles;

/** Where files lie while a request with files is answered. */
final class Uploads {

    private Uploads() {}

    /** The folder, without what a request left behind when the process ended. */
    static Path emptied(Path data) throws IOException {
        Path uploads = data.resolve("uploads");
        PrivateFiles.createFolder(uploads);
        try (Stream<Path> left = Files.list(uploads)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        return uploads;
    }
}
