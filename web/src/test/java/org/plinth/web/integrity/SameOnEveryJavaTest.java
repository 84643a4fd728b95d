package org.plinth.web.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plinth.web.measure.Engine;

/**
 * Every number of a fixed set of recordings, against digests that stand in the repository: whichever Java runs this must
 * give the same bits. To run it on another Java, and to write the digests anew: {@code docs/howto/recompute.md}.
 */
class SameOnEveryJavaTest {

    private static final Path DIGESTS = Path.of("src/test/resources/golden/engine/digests.txt");
    private static final Path TEXTS = Path.of("target/engine-figures");

    @Test
    void every_number_of_the_fixed_recordings_has_the_bits_that_stand_in_the_repository() throws IOException {
        Map<String, String> computed = FixedRecordings.computed();
        List<String> lines = new ArrayList<>(List.of("engine " + Engine.VERSION));
        computed.forEach((name, text) -> lines.add(sha256(text) + "  " + name));
        writeTexts(computed);

        if ("write".equals(System.getProperty("plinth.golden"))) {
            Files.createDirectories(DIGESTS.getParent());
            Files.write(DIGESTS, lines);
        }
        assertThat(lines)
                .as(
                        "digests on Java %s; the figures are in web/%s. A change that is meant raises Engine.VERSION",
                        System.getProperty("java.version"), TEXTS)
                .isEqualTo(Files.readAllLines(DIGESTS));
    }

    @Test
    void the_fixed_set_holds_efforts_values_withheld_ones_and_intervals() {
        String all = String.join("", FixedRecordings.computed().values());

        assertThat(all.lines().filter(line -> line.startsWith("effort "))).hasSizeGreaterThan(80);
        assertThat(all).contains("SAMPLE_RATE_TOO_LOW", "rejection -", "peak100_N 0x1.", "[PROVISIONAL_ERROR");
        assertThat(all.lines().filter(line -> line.startsWith("symmetry "))).hasSize(15);
    }

    private static void writeTexts(Map<String, String> computed) throws IOException {
        Files.createDirectories(TEXTS);
        for (Map.Entry<String, String> one : computed.entrySet()) {
            Files.writeString(TEXTS.resolve(one.getKey() + ".txt"), one.getValue());
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
