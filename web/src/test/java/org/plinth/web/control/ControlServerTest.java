package org.plinth.web.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {

    private static final long LONGEST_SECONDS = 30;

    @TempDir
    private Path data;

    private final Echo echo = new Echo();
    private ControlServer server;

    /** Repeats its words; {@code wait} waits until it is let go or stopped, {@code fail} fails. */
    private static final class Echo implements ControlServer.Handler {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

        @Override
        public int run(List<String> words, PrintWriter out, PrintWriter err, BooleanSupplier stopped) {
            words.forEach(out::println);
            err.print("aside, without a line end");
            if (words.get(0).equals("wait")) {
                begun.countDown();
                ended.complete(talkUntil(out, stopped));
            }
            if (words.get(0).equals("fail")) {
                throw new IllegalStateException("planted");
            }
            return words.size();
        }

        /** Whether it was stopped before it was let go. */
        private boolean talkUntil(PrintWriter out, BooleanSupplier stopped) {
            try {
                while (!letGo.await(1, TimeUnit.MILLISECONDS)) {
                    out.println("still there");
                    if (stopped.getAsBoolean()) {
                        return true;
                    }
                }
                return false;
            } catch (InterruptedException e) {
                throw new AssertionError("nobody may interrupt a command", e);
            }
        }

        @Override
        public String busy(String running) {
            return "busy with " + running;
        }

        @Override
        public String unknown() {
            return "unknown";
        }

        @Override
        public String failed() {
            return "failed";
        }
    }

    private record Answer(OptionalInt code, String out, String err) {}

    private Path begin() throws IOException {
        server = ControlServer.open(data, echo);
        return ControlAddress.of(data).socket().orElseThrow();
    }

    private Answer ask(String... words) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        OptionalInt code = ControlClient.ask(data, List.of(words), new PrintWriter(out), new PrintWriter(err));
        return new Answer(code, out.toString(), err.toString());
    }

    @AfterEach
    void close() {
        echo.letGo.countDown();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void what_a_command_says_arrives_on_both_channels_with_its_exit_code() throws IOException {
        begin();

        Answer answer = ask("echo", "two\nlines", "quote \" ü");

        assertThat(answer.code()).hasValue(3);
        assertThat(answer.out()).isEqualToNormalizingNewlines("echo\ntwo\nlines\nquote \" ü\n");
        assertThat(answer.err()).isEqualToNormalizingNewlines("aside, without a line end\n");
    }

    @Test
    void only_the_owner_can_reach_it_and_it_is_gone_when_closed() throws IOException {
        Path socket = begin();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
        server.close();
        assertThat(socket).doesNotExist();
        assertThat(ask("echo").code()).isEmpty();
    }

    @Test
    void what_a_dead_server_left_is_replaced() throws IOException {
        Path socket = begin();
        server.close();
        ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        dead.bind(UnixDomainSocketAddress.of(socket));
        dead.close();
        assertThat(socket).exists();
        assertThat(ask("echo").code()).isEmpty();

        begin();

        assertThat(ask("echo").code()).hasValue(1);
    }

    @Test
    void a_data_folder_with_a_path_too_long_for_a_socket_is_pointed_out_of() throws IOException {
        data = Files.createDirectories(data.resolve("long".repeat(20)).resolve("long".repeat(20)));

        Path socket = begin();

        assertThat(socket.toString().length()).isLessThan(100);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
        assertThat(ask("echo").code()).hasValue(1);
        server.close();
        assertThat(socket.getParent()).doesNotExist();
        assertThat(data.resolve("control").resolve("where")).doesNotExist();
    }

    @Test
    void a_second_command_at_once_is_refused_in_a_sentence() throws Exception {
        begin();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(this::waiting);
        assertThat(echo.begun.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();

        Answer second = ask("echo");

        assertThat(second.code()).hasValue(1);
        assertThat(second.err()).contains("busy with wait");
        echo.letGo.countDown();
        assertThat(first.get(LONGEST_SECONDS, TimeUnit.SECONDS).code()).hasValue(1);
        assertThat(ask("echo").code()).hasValue(1);
    }

    private Answer waiting() {
        try {
            return ask("wait");
        } catch (IOException e) {
            return new Answer(OptionalInt.empty(), "", "cut off");
        }
    }

    @Test
    void a_client_that_hangs_up_stops_its_own_command_and_nothing_else() throws Exception {
        Path socket = begin();
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            client.write(
                    ByteBuffer.wrap(ControlMessages.request(List.of("wait")).getBytes(StandardCharsets.UTF_8)));
            assertThat(echo.begun.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(echo.ended.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        Answer next = ask("echo");
        while (next.err().contains("busy")) {
            next = ask("echo");
        }
        assertThat(next.code()).hasValue(1);
    }

    @Test
    void a_command_that_fails_leaves_the_server_serving() throws IOException {
        begin();

        Answer failed = ask("fail");

        assertThat(failed.code()).hasValue(1);
        assertThat(failed.err()).contains("failed");
        assertThat(ask("echo").code()).hasValue(1);
    }

    @Test
    void what_is_no_request_is_refused() throws IOException {
        Path socket = begin();
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            client.write(ByteBuffer.wrap("{\"control\":2,\"command\":[\"echo\"]}\n".getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(1000);
            while (client.read(answer) >= 0) {
                assertThat(answer.hasRemaining()).isTrue();
            }
            assertThat(new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"err\":\"unknown\"}\n{\"exit\":1}\n");
        }
    }

    @Test
    void closing_ends_a_running_command_and_tells_its_client() throws Exception {
        begin();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(this::waiting);
        assertThat(echo.begun.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();

        server.close();

        assertThat(echo.ended.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(first.get(LONGEST_SECONDS, TimeUnit.SECONDS).err()).isEqualTo("cut off");
    }
}
