package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.RawHttp;
import org.plinth.web.testkit.WebServer;

/** A large file that stays: sealed on the disk, sent as it is taken, in parts where it was cut off. */
@Tag("slow")
class KeptReplyTest {

    private static final int SIZE = (24 << 20) + 5;

    @TempDir
    static Path folder;

    private static byte[] content;
    private static SealedFile file;
    private static WebServer server;

    @BeforeAll
    static void serve() throws IOException {
        content = new byte[SIZE];
        new SplittableRandom(7).nextBytes(content);
        System.arraycopy("a word that can be found".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 24);
        file = SealedFile.make(folder, () -> Long.MAX_VALUE, KeptReplyTest::inPieces);
        server = WebServer.parts()
                .modules(routes ->
                        routes.get("/about", request -> Reply.kept(request, "application/zip", "a b.zip", file, "tag")))
                .start();
    }

    /** Pieces that fit no block of the cipher. */
    private static void inPieces(OutputStream out) throws IOException {
        out.write(content[0]);
        for (int at = 1; at < SIZE; at += 99_991) {
            out.write(content, at, Math.min(99_991, SIZE - at));
        }
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        file.delete();
        assertThat(folder).isEmptyDirectory();
    }

    private static RawHttp asks(String more) throws IOException {
        return RawHttp.to(server.port())
                .send("GET /about HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n" + more + "\r\n");
    }

    @Test
    void what_lies_on_the_disk_says_nothing() throws IOException {
        byte[] stored = Files.readAllBytes(file.path());

        assertThat(stored).hasSize(SIZE);
        assertThat(Arrays.copyOf(stored, 24)).isNotEqualTo(Arrays.copyOf(content, 24));
        assertThat(file.size()).isEqualTo(SIZE);
    }

    @Test
    void who_stops_reading_holds_up_nobody_and_goes_on_later() throws IOException {
        try (RawHttp slow = asks("");
                RawHttp slower = asks("")) {
            assertThat(slow.head()).contains("200 OK");
            assertThat(slower.head()).contains("200 OK");
            byte[] first = slow.bytes(1000);
            Browser.Answer whole = server.browser().get("/about");

            assertThat(whole.bytes()).isEqualTo(content);
            assertThat(first).isEqualTo(Arrays.copyOf(content, 1000));
            assertThat(slow.bytes(SIZE - 1000)).isEqualTo(Arrays.copyOfRange(content, 1000, SIZE));
        }
    }

    @Test
    void after_a_cut_in_the_middle_the_rest_comes_from_there_uncompressed() throws IOException {
        int had;
        try (RawHttp cut = asks("Accept-Encoding: gzip\r\n")) {
            assertThat(cut.head()).contains("200 OK").doesNotContainIgnoringCase("gzip");
            had = cut.bytes(7_654_321).length;
        }
        try (RawHttp rest = asks("Accept-Encoding: gzip\r\nRange: bytes=" + had + "-\r\nIf-Range: \"tag\"\r\n")) {
            assertThat(rest.head())
                    .contains("206 Partial Content")
                    .containsIgnoringCase("Content-Range: bytes " + had + "-" + (SIZE - 1) + "/" + SIZE)
                    .containsIgnoringCase("Content-Length: " + (SIZE - had));
            assertThat(rest.bytes(SIZE - had)).isEqualTo(Arrays.copyOfRange(content, had, SIZE));
        }
    }

    @Test
    void any_part_is_the_same_part() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(SIZE);
            int last = Math.min(SIZE - 1, from + random.nextInt(100_000));
            Browser.Answer part = server.browser()
                    .send(server.browser().request("/about").GET().header("Range", "bytes=" + from + "-" + last));
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(content, from, last + 1));
        }
    }
}
