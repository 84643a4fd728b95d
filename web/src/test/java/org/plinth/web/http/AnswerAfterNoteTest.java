package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.WebServer;
import org.plinth.web.text.Texts;

/** What was read goes out once the note about it is on the disk; no thread waits for that. */
class AnswerAfterNoteTest {

    private static final String SHOWN = "what she may see";

    private final CompletableFuture<Void> disk = new CompletableFuture<>();
    private final CountDownLatch asked = new CountDownLatch(Limits.standard().workers());
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server = WebServer.parts()
            .reads(new SlowDisk())
            .logins((token, now) ->
                    Optional.of(new Who(HeadersOfFailuresTest.account(), HeadersOfFailuresTest.CLINIC, "token")))
            .translations(new StoreFailures(Texts.bundled(), record -> Optional.empty()))
            .modules(routes -> {
                routes.get("/worklist", request -> {
                    throw StoreFailure.wrongState("thing", SHOWN);
                });
                routes.get("/about", request -> Reply.text("text/plain", SHOWN));
                routes.get("/health", request -> Reply.text("text/plain", "well"));
            })
            .start();

    /** Of one page alone. */
    private final class SlowDisk implements ReadLog {

        @Override
        public CompletionStage<Void> opened(AccessTable.Rule rule, Request request) {
            asked.countDown();
            return rule.path().equals("/about") ? disk : CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> shown(AccessTable.Rule rule, Request request) {
            return disk;
        }

        @Override
        public void refused(Refusal refusal) {}

        @Override
        public void flush(Instant now) {}
    }

    @AfterEach
    void close() {
        disk.complete(null);
        server.close();
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(server.root().resolve(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void nothing_goes_out_before_the_note_is_on_the_disk() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/about");

        assertThatThrownBy(() -> answer.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        disk.complete(null);
        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo(SHOWN);
    }

    @Test
    void what_cannot_be_noted_is_not_shown() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/about");
        disk.completeExceptionally(new IllegalStateException("no disk"));

        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(500);
        assertThat(answer.get().body()).doesNotContain(SHOWN);
    }

    /** Such an answer shows how the thing is now. */
    @Test
    void no_conflict_goes_out_before_its_note_is_on_the_disk() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                HttpRequest.newBuilder(server.root().resolve("/worklist"))
                        .header("Cookie", "plinth=" + "a".repeat(43))
                        .build(),
                BodyHandlers.ofString());

        assertThatThrownBy(() -> answer.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        disk.complete(null);
        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(409);
    }

    @Test
    void others_are_answered_while_as_many_wait_as_there_are_workers() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting =
                Stream.generate(() -> get("/about")).limit(asked.getCount()).toList();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(get("/health").get(20, TimeUnit.SECONDS).body()).isEqualTo("well");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        disk.complete(null);
        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            assertThat(one.get(20, TimeUnit.SECONDS).body()).isEqualTo(SHOWN);
        }
    }
}
