package org.plinth.driver.link.tinyb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** tinyb's two libraries, taken from its jar into a folder of our own for as long as they are needed. */
final class TinybNatives implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TinybNatives.class);
    private static final List<String> LIBRARIES = List.of("libtinyb.so", "libjavatinyb.so");

    /** Where glibc's loader is on these machines; with another C library the libraries do not load. */
    private static final List<Path> GLIBC = List.of(
            Path.of("/lib64/ld-linux-x86-64.so.2"), Path.of("/lib/ld-linux.so.2"), Path.of("/lib/ld-linux-armhf.so.3"));

    private static final Pattern LEFT_BY = Pattern.compile("plinth-tinyb-(\\d{1,18})-.*");

    private final Path folder;

    private TinybNatives(Path folder) {
        this.folder = folder;
    }

    /** Where the jar has them for such a machine; empty where there are none. */
    static Optional<String> folderInJar(String osName, String architecture) {
        if (!osName.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        return switch (architecture) {
            case "amd64", "x86_64" -> Optional.of("native/linux/x86_64");
            case "x86", "i386", "i586", "i686" -> Optional.of("native/linux/x86_32");
            case "arm" -> Optional.of("native/arm/armv6");
            default -> Optional.empty();
        };
    }

    static Optional<String> folderInJar() {
        return folderInJar(System.getProperty("os.name", ""), System.getProperty("os.arch", ""))
                .filter(folder -> GLIBC.stream().anyMatch(Files::exists));
    }

    static TinybNatives extract() {
        String from = folderInJar()
                .orElseThrow(() -> new SensorException(Fault.NO_TRANSPORT, "tinyb does not run on this computer."));
        try {
            Path folder = Files.createTempDirectory(
                    "plinth-tinyb-" + ProcessHandle.current().pid() + "-");
            clearWhatIsLeft(folder.resolveSibling("."));
            for (String library : LIBRARIES) {
                try (InputStream in = TinybNatives.class.getClassLoader().getResourceAsStream(from + "/" + library)) {
                    if (in == null) {
                        throw new SensorException(Fault.NO_TRANSPORT, "tinyb's jar has no " + library + ".");
                    }
                    Files.copy(in, folder.resolve(library));
                }
            }
            return new TinybNatives(folder);
        } catch (IOException failed) {
            throw new SensorException(Fault.NO_TRANSPORT, "tinyb's libraries cannot be unpacked.", failed);
        }
    }

    /** Folders of processes that were killed; what such a process had loaded it keeps. */
    static void clearWhatIsLeft(Path temporary) {
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.filter(TinybNatives::isLeft).forEach(left -> new TinybNatives(left).close());
        } catch (IOException unreadable) {
            LOG.debug("left folders cannot be looked for: {}", unreadable.getMessage());
        }
    }

    private static boolean isLeft(Path folder) {
        Matcher named = LEFT_BY.matcher(folder.getFileName().toString());
        return named.matches()
                && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            LOG.debug("tinyb's folder was not removed: {}", left.getMessage());
        }
    }
}
