package org.plinth.web.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plinth.web.config.PrivateFiles;

/**
 * The folder where checkpoints lie: one file, a line each, that only ever grows, and the public keys that signed them,
 * each in a file of its id. One thread at a time.
 */
final class CheckpointFolder {

    /** The file of checkpoints. */
    static final String FILE = "checkpoints.ndjson";

    private static final String KEY_SUFFIX = ".pem";

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    Path file() {
        return folder.resolve(FILE);
    }

    /**
     * What is there.
     *
     * @param name of the file, for people
     * @param lines of it; an end without a line end is a line like others
     * @param keys by id, only those whose content has that id
     */
    record Trail(String name, List<String> lines, Map<String, PublicKey> keys) {

        Trail {
            lines = List.copyOf(lines);
            keys = Map.copyOf(keys);
        }

        Optional<Checkpoint> last() {
            return lines.isEmpty() ? Optional.empty() : Checkpoint.parse(lines.get(lines.size() - 1));
        }
    }

    Trail read() {
        try {
            List<String> lines = Files.exists(file())
                    ? List.of(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8).split("\n", -1))
                    : List.of();
            boolean ended = !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty();
            return new Trail(file().toString(), ended ? lines.subList(0, lines.size() - 1) : lines, keys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, PublicKey> keys() throws IOException {
        Map<String, PublicKey> keys = new TreeMap<>();
        for (Path file : keyFiles()) {
            String name = String.valueOf(file.getFileName());
            String id = name.substring(0, name.length() - KEY_SUFFIX.length());
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            CheckpointKey.parsePublic(text)
                    .filter(key -> CheckpointKey.idOf(key).equals(id))
                    .ifPresent(key -> keys.put(id, key));
        }
        return keys;
    }

    List<Path> keyFiles() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(KEY_SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    void keepKey(String id, String pem) throws IOException {
        Path file = folder.resolve(id + KEY_SUFFIX);
        if (Files.notExists(file)) {
            PrivateFiles.create(file);
            Files.writeString(file, pem, StandardCharsets.US_ASCII);
        }
    }

    /** Adds lines and forces them to the disk. What an end of the process left without a line end goes first. */
    void append(List<String> lines) throws IOException {
        if (Files.notExists(file())) {
            PrivateFiles.create(file());
        }
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.setLength(endOfLastLine(file));
            file.seek(file.length());
            file.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
        }
    }

    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        long end = file.length();
        while (end > 0) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    /**
     * Adds what {@code other} has and this has not; whether this is a beginning of the other, so that it could be done.
     */
    boolean follow(CheckpointFolder other) throws IOException {
        List<String> theirs = other.read().lines();
        List<String> ours = new ArrayList<>(read().lines());
        if (ours.size() > theirs.size() || !theirs.subList(0, ours.size()).equals(ours)) {
            return false;
        }
        PrivateFiles.createFolder(folder);
        for (Path key : other.keyFiles()) {
            String name = String.valueOf(key.getFileName());
            keepKey(name.substring(0, name.length() - KEY_SUFFIX.length()), Files.readString(key));
        }
        if (ours.size() < theirs.size()) {
            append(theirs.subList(ours.size(), theirs.size()));
        }
        return true;
    }
}
