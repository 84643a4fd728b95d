package org.plinth.driver.testkit.bluez;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A computer with Bluetooth, emulated: Debian's kernel with virtual controllers, the real bluetoothd, and a sensor that has
 * no BlueZ in it (src/test/vm). Only its start is tried again.
 */
public final class EmulatedComputer implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final long LONGEST_END_SECONDS = 20;
    private static final String READY = "READY ";
    private static final Path SCRIPT = Path.of("src", "test", "vm", "boot.sh");
    private static final Path KERNELS = Path.of("..", "target", "vm");

    private final Process process;
    private final String address;

    private EmulatedComputer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Boots it in a folder of its own. */
    public static EmulatedComputer boot(Path folder) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<EmulatedComputer> booted = once(folder.resolve("attempt-" + attempt));
            if (booted.isPresent()) {
                return booted.get();
            }
        }
        throw new AssertionError("the emulated computer did not come up in " + ATTEMPTS + " attempts");
    }

    private static Optional<EmulatedComputer> once(Path folder) {
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(List.of(
                            SCRIPT.toAbsolutePath().toString(),
                            kernel().toAbsolutePath().toString(),
                            folder.toAbsolutePath().toString(),
                            Integer.toString(freePort())))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            if (line != null && line.startsWith(READY)) {
                return Optional.of(new EmulatedComputer(process, line.substring(READY.length())));
            }
            process.destroy();
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path kernel() throws IOException {
        if (!Files.isDirectory(KERNELS)) {
            throw new AssertionError("no kernel package in target/vm: ./plinth test fetches it");
        }
        try (Stream<Path> files = Files.list(KERNELS)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new AssertionError("no kernel package in target/vm: ./plinth test fetches it"));
        }
    }

    /** Its message bus. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException ended) {
            process.destroy();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
