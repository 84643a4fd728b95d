package org.plinth.web.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the files of an export in memory. */
public final class KeptSink implements ExportSink {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Override
    public void file(String name, Writer writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.to(out);
        files.put(name, out.toByteArray());
    }

    @Override
    public Map<String, String> sums() {
        Map<String, String> sums = new LinkedHashMap<>();
        files.forEach((name, bytes) -> sums.put(name, Sha256.hex(bytes)));
        return sums;
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public byte[] bytes(String name) {
        byte[] found = files.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no file " + name + " among " + files.keySet());
        }
        return found;
    }

    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Lays them into a folder. */
    public Path into(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }
}
