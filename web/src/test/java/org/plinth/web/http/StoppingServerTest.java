package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.WebServer;

/** What a server does with the work it has when it is stopped. */
class StoppingServerTest {

    /** An interrupted thread in the middle of a write closes the database file under all others. */
    @Test
    void work_whose_asker_is_gone_is_ended_uninterrupted_before_the_server_has_stopped() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicReference<String> how = new AtomicReference<>("not ended");
        WebServer stopping = WebServer.parts()
                .modules(routes -> routes.get("/health", request -> {
                    begun.countDown();
                    try {
                        how.set(mayEnd.await(20, TimeUnit.SECONDS) ? "ended" : "left");
                    } catch (InterruptedException e) {
                        how.set("interrupted");
                    }
                    return Reply.noContent();
                }))
                .start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stopping.port())) {
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        }
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(stopping::close);

        assertThatThrownBy(() -> stopped.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayEnd.countDown();
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(how).hasValue("ended");
    }
}
