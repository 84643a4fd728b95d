package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.virtual.LinkModel;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.SensorModel;
import org.plinth.web.clinic.Recording;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/**
 * A sensor that the clinician's browser reaches: Chromium's own Bluetooth against a BlueZ that plays a Progressor, the page's
 * own scripts, the bridge, and the server's decoder.
 */
@Tag("browser")
@Tag("slow")
class BrowserBluetoothTest {

    private static final double FASTER = 6;
    private static final long CLOCK_MODULUS = 1L << 32;

    /** Of the ten or more that the page keeps, some were sent before the cut and not acknowledged yet. */
    private static final int FEWEST_SINCE_CUT = 5;

    /** What a packet of a Progressor holds, and the one that it leaves out after it. */
    private static final long PACKET_SAMPLES = 15;

    private static final Pattern KEPT = Pattern.compile("Recording on, [1-9][0-9]+ packets kept.*");

    /** Looks into the browser's own database: no packet stands there in the clear, and the key cannot be taken out. */
    private static final String SEALED =
            """
            async () => {
              const asked = request => new Promise((done, failed) => {
                request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
              const database = await asked(indexedDB.open('plinth-kept'));
              const [one] = await asked(database.transaction('bridges').objectStore('bridges').getAll());
              const packets = await asked(database.transaction('packets').objectStore('packets').getAll());
              database.close();
              const data = [0x7e, 0x4e, 0x17, 0x02];
              const clear = packets.some(bytes => { const all = new Uint8Array(bytes);
                return all.some((_, at) => data.every((byte, i) => all[at + i] === byte)); });
              const exported = await crypto.subtle.exportKey('raw', one.key).then(() => true, () => false);
              return packets.length > 5 && !clear && !exported ? 'sealed, key not to be had'
                : packets.length + ' packets, clear ' + clear + ', exported ' + exported;
            }""";

    private ClinicServer server;
    private CutWire wire;
    private ClinicServer.Sample sample;
    private Browser login;

    @BeforeEach
    void open() throws IOException {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        wire = new CutWire(URI.create(server.root()));
        login = new Browser(wire.root()).logIn("clinician-a", ClinicServer.PASSWORD);
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        server.close();
    }

    private ClinicianWithSensor clinician(Scenario scenario) {
        ClinicianWithSensor clinician = new ClinicianWithSensor(
                scenario, FASTER, wire.root(), login.cookie().orElseThrow());
        look(clinician);
        return clinician;
    }

    private void look(ClinicianWithSensor clinician) {
        clinician
                .page()
                .navigate(wire.root()
                        .resolve("/visits/" + sample.visit().id() + "/live")
                        .toString());
    }

    @Test
    void a_sensor_whose_clock_wraps_and_whose_battery_runs_low_is_recorded_without_a_loss() {
        Scenario scenario = Scenario.ofSeed(3)
                .withSensor(SensorModel.progressor().withClockStart(CLOCK_MODULUS - 1_500_000))
                .withLink(LinkModel.PERFECT.lowBatteryAt(2_000_000, 2_800));
        try (ClinicianWithSensor clinician = clinician(scenario)) {
            clinician.record();
            clinician.awaitForceBelow(30);
            clinician.press();
            clinician.awaitStep("DECIDE");

            assertThat(clinician.page().locator(".stage-list li").count()).isPositive();
            assertThat(clinician.chromium().complaints()).isEmpty();
            Recording row = RecordedPackets.only(server);
            assertThat(row.state()).isEqualTo(Recording.State.CLOSED);
            assertThat(row.ledger().orElseThrow().lost()).hasValue(0);
            RecordedPackets.assertSame(RecordedPackets.of(server, row), clinician.sent());
            assertThat(RecordedPackets.events(server, row))
                    .contains("low-battery")
                    .contains("bridge");
        }
    }

    @Test
    void a_cut_network_loses_nothing_and_what_the_radio_lost_is_counted() {
        int lost = 30;
        Scenario scenario = Scenario.ofSeed(3).withLink(LinkModel.PERFECT.losing(Set.of(lost)));
        try (ClinicianWithSensor clinician = clinician(scenario)) {
            clinician.record();
            wire.cut();
            assertThat(clinician.page().locator("#kept")).hasText(KEPT);
            assertThat(clinician.page().locator(".active .stage-number")).hasText("Signal lost");
            wire.mend();
            assertThat(clinician.page().locator("#kept")).isHidden();
            clinician.awaitForceAbove(100);
            clinician.awaitForceBelow(30);
            clinician.press();
            clinician.awaitStep("DECIDE");

            Recording row = RecordedPackets.only(server);
            assertThat(row.state()).isEqualTo(Recording.State.CLOSED);
            RecordedPackets.assertSame(RecordedPackets.of(server, row), clinician.sent());
            assertThat(row.ledger().orElseThrow().lost().orElseThrow()).isEqualTo(PACKET_SAMPLES);
        }
    }

    @Test
    void a_sensor_that_goes_while_the_network_is_cut_ends_its_recording_behind_its_last_packet_and_comes_back() {
        try (ClinicianWithSensor clinician = clinician(Scenario.ofSeed(3))) {
            clinician.record();
            wire.cut();
            assertThat(clinician.page().locator("#kept")).hasText(KEPT);
            clinician.dropSensor();
            int all = clinician.sent().size();
            wire.mend();
            assertThat(clinician.page().locator("#fault")).containsText("The sensor is back");

            Recording row = RecordedPackets.only(server);
            assertThat(row.state()).isEqualTo(Recording.State.INTERRUPTED);
            assertThat(row.ledger().orElseThrow().lost()).hasValue(0);
            List<byte[]> recorded = RecordedPackets.of(server, row);
            RecordedPackets.assertSame(recorded, clinician.sent());
            assertThat(recorded).hasSize(all);
        }
    }

    @Test
    void what_a_closed_tab_kept_is_sent_by_the_next_one() {
        try (ClinicianWithSensor clinician = clinician(Scenario.ofSeed(3))) {
            clinician.record();
            wire.cut();
            int before = clinician.sent().size();
            assertThat(clinician.page().locator("#kept")).hasText(KEPT);
            assertThat(clinician.page().evaluate(SEALED))
                    .as("what lies in the browser")
                    .isEqualTo("sealed, key not to be had");
            clinician.otherTab();
            wire.mend();
            look(clinician);
            clinician
                    .page()
                    .waitForFunction(
                            "() => ![undefined, 'RECORDING'].includes(document.getElementById('live').dataset.step)");

            Recording row = RecordedPackets.only(server);
            assertThat(row.state()).isEqualTo(Recording.State.INTERRUPTED);
            List<byte[]> recorded = RecordedPackets.of(server, row);
            assertThat(recorded).hasSizeGreaterThan(before + FEWEST_SINCE_CUT);
            RecordedPackets.assertSame(recorded, clinician.sent());
            clinician.page().navigate(wire.root().resolve("/login").toString());
            clinician.page().waitForFunction("async () => (await indexedDB.databases()).length === 0");
        }
    }
}
