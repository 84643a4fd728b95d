package org.plinth.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs never fill a disk. */
@Tag("slow")
class LogsTest {

    private static final long MOST_BYTES = 61_000_000;

    @TempDir
    private Path folder;

    private final Logger root = Logger.getLogger("");
    private Handler[] before = {};

    @BeforeEach
    void remember() {
        before = root.getHandlers();
    }

    @AfterEach
    void put_back() {
        for (Handler handler : before) {
            root.addHandler(handler);
        }
    }

    @Test
    void however_much_is_logged_six_files_stay_and_each_line_is_whole() throws IOException {
        Runnable close = Logs.toFolder(folder.resolve("logs"));
        Logger log = Logger.getLogger("org.plinth.web.log.flood");
        String line = "x".repeat(100_000);
        for (int i = 0; i < 800; i++) {
            log.log(Level.INFO, line);
        }
        close.run();

        try (Stream<Path> all = Files.list(folder.resolve("logs"))) {
            List<Path> files = all.toList();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            assertThat(files).hasSize(6);
            assertThat(bytes).isBetween(40_000_000L, MOST_BYTES);
        }
        List<String> newest = Files.readAllLines(folder.resolve("logs/plinth-0.log"));
        assertThat(newest).allMatch(one -> one.startsWith("{\"at\":") && one.endsWith("}"));
    }
}
