package org.plinth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which algorithms the product asks the platform for: no other cipher, mode or hash comes in unseen (ASVS 11.1.3, 11.3, 11.4). */
class CryptographyRulesTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("..", "core", "src", "main", "java"),
            Path.of("..", "ble-driver", "src", "main", "java"),
            Path.of("..", "calibration", "src", "main", "java"),
            Path.of("src", "main", "java"));

    private static final Pattern ASKED = Pattern.compile(
            "\\b(Cipher|Mac|MessageDigest|Signature|KeyGenerator|KeyPairGenerator|KeyFactory|SecretKeyFactory|KeyAgreement|SSLContext)"
                    + "\\s*\\.getInstance\\(\\s*(\"[^\"]*\"|[^),]*)");

    private static final Pattern CONSTANT = Pattern.compile("String ALGORITHM = (\"[^\"]*\")");

    /** In {@code cert.Pair} the signature is chosen by the kind of the key that somebody brought. */
    private static final String BY_KEY = "algorithm";

    /**
     * HmacSHA1 is RFC 6238's, for one-time codes, where collisions do not matter. Counter mode, which proves nothing, is for
     * replies that wait on the disk for this process alone.
     */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "Cipher", Set.of("\"AES/GCM/NoPadding\"", "\"AES/CTR/NoPadding\""),
            "Mac", Set.of("\"HmacSHA256\"", "\"HmacSHA1\""),
            "MessageDigest", Set.of("\"SHA-256\""),
            "Signature", Set.of("\"Ed25519\"", BY_KEY),
            "KeyPairGenerator", Set.of("\"EC\"", "\"Ed25519\""),
            "KeyFactory", Set.of("\"Ed25519\"", "\"EC\""));

    private static final Set<String> MAY_USE_SHA_1 = Set.of("Totp.java");

    @Test
    void no_other_algorithm_is_asked_for() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        Set<String> sha1 = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            Matcher constant = CONSTANT.matcher(text);
            String named = constant.find() ? constant.group(1) : "";
            Matcher asked = ASKED.matcher(text);
            while (asked.find()) {
                found.computeIfAbsent(asked.group(1), kind -> new TreeSet<>())
                        .add(asked.group(2).strip().replace("ALGORITHM", named));
                if (asked.group(2).contains("SHA1")) {
                    sha1.add(source.getFileName().toString());
                }
            }
        }
        assertThat(found).containsKeys("Cipher", "Mac", "MessageDigest");
        found.forEach((kind, names) -> assertThat(names).as(kind).isSubsetOf(KNOWN.getOrDefault(kind, Set.of())));
        assertThat(sha1).isEqualTo(MAY_USE_SHA_1);
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new java.util.ArrayList<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(500);
        return all;
    }
}
