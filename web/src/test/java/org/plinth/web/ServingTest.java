package org.plinth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.testkit.Browser;

/** The {@code serve} command in a process of its own, as people run it. */
@Tag("slow")
class ServingTest {

    private static final String READY = "Plinth is ready at ";

    @TempDir
    private Path data;

    private Process plinth(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plinth.web.Main"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLINTH_"));
        return builder.start();
    }

    private Process serve(String... more) throws IOException {
        return plinth(Stream.concat(Stream.of("serve", "--port", "0", "--data", data.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String next(BufferedReader out) throws IOException {
        String line = out.readLine();
        assertThat(line).as("a line of standard output").isNotNull();
        return line;
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void end(Process process) throws InterruptedException {
        // By its handle: Process.destroy() would close the streams that are still to be read.
        assertThat(process.toHandle().destroy()).isTrue();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_first_start_prints_a_link_that_makes_the_administrator_and_later_ones_do_not()
            throws IOException, InterruptedException {
        Process first = serve();
        BufferedReader out = first.inputReader(StandardCharsets.UTF_8);
        String ready = next(out);
        assertThat(ready).startsWith(READY + "http://127.0.0.1:");
        URI root = URI.create(ready.substring(READY.length()));
        next(out);
        String link = next(out);
        assertThat(link).startsWith(root + "setup?token=");
        Browser browser = new Browser(root);
        assertThat(browser.get("/health").text()).isEqualTo("{\"status\":\"UP\"}");
        Map<String, String> form = Map.of(
                "token", link.substring(link.indexOf('=') + 1),
                "clinic", "Sample clinic",
                "zone", "Europe/London",
                "name", "Sample Administrator",
                "login", "admin",
                "password", "correct horse battery");
        assertThat(browser.postForm("/setup", form).status()).isEqualTo(303);

        Process second = serve();
        assertThat(errors(second)).contains(Long.toString(first.pid()), data.toString());
        assertThat(second.waitFor()).isEqualTo(1);

        end(first);
        assertThat(errors(first)).contains("Everything is saved.", "The key file lies in the data folder");

        Process again = serve();
        BufferedReader outAgain = again.inputReader(StandardCharsets.UTF_8);
        URI rootAgain = URI.create(next(outAgain).substring(READY.length()));
        new Browser(rootAgain).logIn("admin", "correct horse battery");
        end(again);
        assertThat(outAgain.readLine()).isNull();
    }

    @Test
    void a_port_in_use_is_one_clear_sentence() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process =
                    plinth("serve", "--data", data.toString(), "--port", Integer.toString(taken.getLocalPort()));

            assertThat(errors(process).lines().filter(line -> line.contains("in use")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(Integer.toString(taken.getLocalPort()), "--port");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void wrong_use_names_every_fault_and_is_2() throws IOException, InterruptedException {
        Process process = plinth("serve", "--data", data.toString(), "--port", "70000", "--bind", "0.0.0.0");

        assertThat(errors(process)).contains("70000").contains("0.0.0.0");
        assertThat(process.waitFor()).isEqualTo(2);
        Process unknown = plinth("serve", "--colour", "red");
        assertThat(errors(unknown)).contains("--colour");
        assertThat(unknown.waitFor()).isEqualTo(2);
    }
}
