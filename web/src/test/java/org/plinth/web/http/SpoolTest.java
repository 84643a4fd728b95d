package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.testkit.WebServer;

class SpoolTest {

    private static final byte[] LARGE = large();

    @TempDir
    Path folder;

    private static byte[] large() {
        byte[] bytes = new byte[3_000_017];
        new Random(7).nextBytes(bytes);
        System.arraycopy("Sample Ada Madeup".getBytes(StandardCharsets.US_ASCII), 0, bytes, 2_000_000, 17);
        return bytes;
    }

    @Test
    void what_lies_on_the_disk_is_sealed_and_opens_again() throws Exception {
        Spool spool = Spool.of(folder, () -> Long.MAX_VALUE, out -> out.write(LARGE));

        byte[] onDisk = Files.readAllBytes(spool.file().orElseThrow());
        assertThat(onDisk).hasSameSizeAs(LARGE);
        assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
        assertThat(spool.key().opening().doFinal(onDisk)).isEqualTo(LARGE);
    }

    @Test
    void it_does_not_take_the_room_that_recordings_need() throws Exception {
        assertThatExceptionOfType(HttpFailure.class)
                .isThrownBy(() -> Spool.of(folder, () -> Spool.LEAST_FREE - 1, out -> {
                    for (int i = 0; i < 10; i++) {
                        out.write(LARGE);
                    }
                }))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(503));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_browser_gets_it_byte_for_byte() {
        try (WebServer server = WebServer.parts()
                .modules(routes -> routes.get(
                        "/about",
                        request -> Reply.download("application/octet-stream", "a.bin", out -> {
                            for (int at = 0; at < LARGE.length; at += 1000) {
                                out.write(LARGE, at, Math.min(1000, LARGE.length - at));
                            }
                        })))
                .start()) {
            byte[] got = server.browser().get("/about").bytes();

            assertThat(Arrays.equals(got, LARGE)).isTrue();
        }
    }
}
