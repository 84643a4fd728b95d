package org.plinth.web.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plinth.web.Composition;
import org.plinth.web.config.AppConfig;
import org.plinth.web.text.Texts;

/**
 * A data folder as a first start leaves it: keys, and a database of the newest schema with nothing in it. Made by a real
 * first start, once in this JVM, and copied for each server; so one server in a JVM is migrated from nothing, not all.
 */
final class FirstStart {

    private FirstStart() {}

    /** Made when it is first asked for. */
    private static final class Once {
        private static final Path FOLDER = make();
    }

    /** Fills this folder, which is empty. */
    static void into(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(Once.FOLDER)) {
            all = walk.sorted().skip(1).toList();
        }
        for (Path one : all) {
            Path copy = folder.resolve(Once.FOLDER.relativize(one).toString());
            Files.copy(one, copy, StandardCopyOption.COPY_ATTRIBUTES); // a key file stays its owner's alone
        }
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("plinth-first-start");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            AppConfig config = AppConfig.read(Map.of("data", folder.toString(), "port", "0"), Map.of(), folder);
            Instant start = ClinicServer.START;
            Composition.open(config, Texts.bundled(), new ManualClock(start), true)
                    .close();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
