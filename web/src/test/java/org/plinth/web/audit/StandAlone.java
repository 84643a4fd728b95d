package org.plinth.web.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.ToolProvider;

/** The stand-alone verifier, compiled from its one source file as an auditor's Java would, outside Plinth's class path. */
public final class StandAlone {

    public static final Path SOURCE = Path.of("src/main/resources/org/plinth/web/verifier/VerifyPlinth.java");

    private final Method run;

    public StandAlone(Path classes) {
        try {
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-Xlint:all",
                            "-Werror",
                            "--release",
                            "17",
                            "-classpath",
                            classes.toString(),
                            "-d",
                            classes.toString(),
                            SOURCE.toString());
            if (failed != 0) {
                throw new AssertionError("the verifier does not compile without warnings");
            }
            URLClassLoader alone =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            run = alone.loadClass("VerifyPlinth").getDeclaredMethod("run", PrintStream.class, String[].class);
            run.setAccessible(true);
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What it said, and how it ended. */
    public record Said(int code, String text) {

        /** The first sentence about something that does not hold. */
        String first() {
            return text.lines()
                    .filter(line -> line.startsWith("DOES NOT HOLD: "))
                    .findFirst()
                    .orElse("");
        }
    }

    public Said on(Path export, String... more) {
        String[] arguments =
                Stream.concat(Stream.of(export.toString()), Stream.of(more)).toArray(String[]::new);
        return with(arguments);
    }

    public Said with(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int code = (Integer) run.invoke(null, out, arguments);
            return new Said(code, bytes.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the verifier failed", e);
        }
    }

    /** Unpacks an export, and gives its files by name. */
    public static Map<String, byte[]> unpack(Path zip, Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return files;
    }
}
