package org.plinth.web.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plinth.web.hash.SummedZip;

/** Keeps the files of an export in memory. */
public final class KeptSink implements ExportSink {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Override
    public void file(String name, Writer writer) throws IOException {
        if (name.equals(SummedZip.SUMS)) {
            throw new IllegalArgumentException(name + " is the sink's own");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.to(out);
        files.put(name, out.toByteArray());
    }

    @Override
    public Map<String, String> sums() {
        Map<String, String> sums = new LinkedHashMap<>();
        files.forEach((name, bytes) -> sums.put(name, sum(bytes)));
        return sums;
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
