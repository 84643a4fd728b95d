package org.plinth.web.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the operating system says that this process took at most. */
final class OwnMemory {

    private OwnMemory() {}

    /** Seconds, and the most memory: heap, code, threads and all else that is not heap. */
    static String said(long nanos) throws IOException {
        String most = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElse("VmHWM: unknown");
        return String.format(
                Locale.ROOT,
                "%.2f s, heap at most %d MiB, resident at most %s",
                nanos / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                most.substring("VmHWM:".length()).strip());
    }
}
