package org.plinth.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plinth.web.hash.Sha256;

/**
 * The files of the web root, read once. Their common hash stands in every path, because a script names the next one by a
 * relative path: all change together, and each may be kept for ever. Immutable.
 */
public final class AssetFiles implements Assets {

    private static final String ROOT = "/webroot/";
    private static final int HASH_DIGITS = 16;

    private final Map<String, byte[]> files;
    private final String hash;

    private AssetFiles(Map<String, byte[]> files) {
        this.files = files;
        this.hash = hashOf(files);
    }

    /**
     * The web root that ships with Plinth.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static AssetFiles bundled() {
        URL root = AssetFiles.class.getResource(ROOT);
        if (root == null) {
            return new AssetFiles(Map.of());
        }
        try {
            return new AssetFiles(read(root.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has no usable address: " + root, e);
        }
    }

    @Override
    public String url(String file) {
        if (!files.containsKey(file)) {
            throw new IllegalArgumentException("the web root has no file " + file);
        }
        return "/assets/" + hash + "/" + file;
    }

    /** The content of a file under that hash. */
    Optional<byte[]> find(String underHash, String file) {
        return underHash.equals(hash) ? Optional.ofNullable(files.get(file)) : Optional.empty();
    }

    private static Map<String, byte[]> read(URI root) throws IOException {
        if (!root.getScheme().equals("jar")) {
            return read(Path.of(root));
        }
        try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
            return read(jar.getPath(ROOT));
        }
    }

    private static Map<String, byte[]> read(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static String hashOf(Map<String, byte[]> files) {
        MessageDigest digest = Sha256.digest();
        files.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes);
        });
        return Sha256.hex(digest).substring(0, HASH_DIGITS);
    }
}
