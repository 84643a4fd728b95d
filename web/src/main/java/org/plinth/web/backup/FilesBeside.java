package org.plinth.web.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies beside the database and must come back with it: whom the server must erase again after a restore, and the
 * checkpoints that the audit chain names.
 *
 * @param content by name below the data folder
 */
record FilesBeside(Map<String, byte[]> content) {

    /** As they are now. */
    static FilesBeside of(Path data) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data, 2)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(file).toString().replace('\\', '/');
                if (Payload.FILE_NAME.matcher(name).matches()) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        }
        return new FilesBeside(found);
    }

    /** Whether nothing was added since. */
    boolean isStill(FilesBeside later) {
        return content.keySet().equals(later.content.keySet())
                && content.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), later.content.get(entry.getKey())));
    }

    void to(PayloadWriter out) throws IOException {
        for (Map.Entry<String, byte[]> entry : content.entrySet()) {
            out.file(entry.getKey(), entry.getValue());
        }
    }
}
