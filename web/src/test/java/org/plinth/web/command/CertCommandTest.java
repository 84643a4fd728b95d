package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cert} as it is typed. */
class CertCommandTest {

    @TempDir
    private Path folder;

    private CommandLineRun cert(String... more) {
        return CommandLineRun.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "cert", "--out", folder.resolve("tls").toString()),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void it_says_how_to_serve_with_it_and_how_every_system_trusts_it() {
        CommandLineRun first = cert("plinth.clinic.lan", "192.168.1.20");
        CommandLineRun again = cert("plinth.clinic.lan");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("Made", "plinth.clinic.lan, 192.168.1.20, localhost")
                .contains("--tls-cert " + folder.resolve("tls/server.pem"))
                .contains("--tls-key " + folder.resolve("tls/server-key.pem"));
        assertThat(first.err()).contains("Linux:", "Firefox", "Windows:", "macOS:", "iPhone", "Android:", "ca-key.pem");
        assertThat(again.out()).contains("Renewed");
    }

    @Test
    void wrong_use_is_2_and_makes_nothing() {
        assertThat(cert().code()).isEqualTo(2);
        assertThat(cert("https://plinth").code()).isEqualTo(2);
        assertThat(cert("plinth", "--days", "900").code()).isEqualTo(2);
        assertThat(cert("plinth", "--days", "0").code()).isEqualTo(2);
        assertThat(folder.resolve("tls")).doesNotExist();
    }

    @Test
    void what_is_no_authority_is_named_and_left() throws Exception {
        Path tls = Files.createDirectory(folder.resolve("tls"));
        Files.writeString(tls.resolve("ca.pem"), "mine");

        CommandLineRun run = cert("plinth");

        assertThat(run.code()).isEqualTo(1);
        assertThat(tls.resolve("ca.pem")).hasContent("mine");
    }
}
