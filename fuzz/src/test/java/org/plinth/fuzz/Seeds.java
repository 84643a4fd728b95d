package org.plinth.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The committed inputs of each target: good ones to begin from, and what once was a finding. */
final class Seeds {

    /** Where Jazzer looks for them. */
    static final Path ROOT = Path.of("src", "test", "resources", "org", "plinth", "fuzz", "ParsersFuzzTestInputs");

    private Seeds() {}

    static Path folder(Target target) {
        return ROOT.resolve(target.camelCase());
    }

    static List<byte[]> of(Target target) {
        try (Stream<Path> files = Files.list(folder(target))) {
            return files.sorted().map(Seeds::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
