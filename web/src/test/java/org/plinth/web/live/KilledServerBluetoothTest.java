package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.driver.virtual.Scenario;
import org.plinth.web.clinic.Recording;
import org.plinth.web.testkit.ChildJvm;
import org.plinth.web.testkit.ClinicServer;

/** {@code kill -9} of the server while a browser's sensor is recorded: the record is complete, in order, each packet once. */
@Tag("browser")
@Tag("slow")
class KilledServerBluetoothTest {

    private static final double FASTER = 6;

    @TempDir
    private Path root;

    private int port;
    private Optional<Process> running = Optional.empty();

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void killServer() throws InterruptedException {
        if (running.isPresent()) {
            running.get().toHandle().destroyForcibly();
            running.get().waitFor();
            running = Optional.empty();
        }
    }

    /** Words that it said when it was ready. */
    private List<String> serve(String clinic) throws IOException {
        Process child = ChildJvm.of(ServingChild.class, root.toString(), Integer.toString(port), clinic)
                .start();
        running = Optional.of(child);
        BufferedReader lines = child.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("READY")) {
                return List.of(line.split(" "));
            }
        }
        throw new AssertionError("the server did not start");
    }

    @Test
    void a_killed_server_misses_nothing_of_a_recording() throws Exception {
        List<String> ready = serve("new");
        String visit = ready.get(3);
        int whenStopped;
        List<byte[]> sent;
        try (ClinicianWithSensor clinician =
                new ClinicianWithSensor(Scenario.ofSeed(3), FASTER, URI.create(ready.get(1)), ready.get(2))) {
            clinician.page().navigate(ready.get(1) + "visits/" + visit + "/live");
            clinician.record();

            killServer();
            assertThat(clinician.page().locator("#kept"))
                    .hasText(Pattern.compile("Recording on, [1-9][0-9]+ packets kept.*"));
            assertThat(clinician.page().locator(".active .stage-number")).hasText("Signal lost");
            serve("same");
            assertThat(clinician.page().locator("#kept")).isHidden();
            clinician.awaitStep("RECORDING");
            clinician.awaitForceAbove(100);
            clinician.awaitForceBelow(30);
            whenStopped = clinician.sent().size();
            clinician.press();
            clinician.awaitStep("DECIDE");
            assertThat(clinician.page().locator(".stage-list li").count()).isPositive();
            sent = clinician.sent();
        }
        killServer();
        try (ClinicServer server = ClinicServer.on(root, 0)) {
            Recording row = RecordedPackets.only(server);
            assertThat(row.state()).isEqualTo(Recording.State.CLOSED);
            assertThat(row.ledger().orElseThrow().lost()).hasValue(0);
            List<byte[]> recorded = RecordedPackets.of(server, row);
            assertThat(recorded).hasSizeGreaterThanOrEqualTo(whenStopped);
            RecordedPackets.assertSame(recorded, sent);
            assertThat(RecordedPackets.events(server, row)).contains("resumed");
        }
    }
}
