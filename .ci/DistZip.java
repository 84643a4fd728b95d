import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Packs the product folder so that one commit always gives the same bytes.
 *
 * <p>{@code java .ci/DistZip.java FOLDER ZIP NAME}. Entries are sorted by name, carry one fixed time and their rights, and
 * are stored, because compressed bytes differ between builds of zlib; the jars inside are compressed already.
 */
final class DistZip {

    /** The same instant as {@code project.build.outputTimestamp}. */
    private static final FileTime FIXED = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> STARTED = PosixFilePermissions.fromString("rwxr-xr-x");

    public static void main(String[] args) throws IOException {
        // The zip format keeps local time.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path folder = Path.of(args[0]);
        Path zip = Path.of(args[1]).toAbsolutePath();
        Files.deleteIfExists(zip);
        Map<String, String> how =
                Map.of("create", "true", "enablePosixFileAttributes", "true", "compressionMethod", "STORED");
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), how)) {
            for (String name : names(folder)) {
                put(folder.resolve(name), inside.getPath("/", args[2], name), name.equals("bin/plinth"));
            }
        }
    }

    /** Every file but the class archive, which serves one machine only. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("cache/"))
                    .sorted()
                    .toList();
        }
    }

    private static void put(Path file, Path entry, boolean started) throws IOException {
        Files.createDirectories(entry.getParent());
        Files.write(entry, Files.readAllBytes(file));
        fix(entry, started ? STARTED : PLAIN);
        for (Path above = entry.getParent(); above.getParent() != null; above = above.getParent()) {
            fix(above, STARTED);
        }
    }

    private static void fix(Path entry, Set<PosixFilePermission> rights) throws IOException {
        Files.setPosixFilePermissions(entry, rights);
        Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(FIXED, FIXED, FIXED);
    }
}
