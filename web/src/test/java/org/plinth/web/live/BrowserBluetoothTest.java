package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.driver.testkit.bluez.MockBluez;
import org.plinth.driver.testkit.bluez.MockPeripheral;
import org.plinth.driver.testkit.bluez.PrivateBus;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.capture.VirtualHands;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/**
 * A sensor that the clinician's browser reaches: Chromium's own Bluetooth against a BlueZ that plays a Progressor, the page's
 * own scripts, the bridge, and the server's decoder.
 */
@Tag("browser")
class BrowserBluetoothTest {

    private static final String ADDRESS = "AA:BB:CC:DD:EE:01";
    private static final String SENSOR = "virtual-1";
    private static final double FASTER = 3;
    private static final Force STRENGTH = Force.ofNewtons(200);
    private static final double PATIENCE_MS = 30_000;

    private PrivateBus bus;
    private MockBluez bluez;
    private VirtualLinkProvider sensors;
    private VirtualHands hands;
    private ClinicServer server;
    private ChromiumPage chromium;
    private Page page;

    @BeforeEach
    void open() {
        bus = PrivateBus.open();
        sensors = new VirtualLinkProvider(Scenario.ofSeed(3), 1, Clock.systemUTC(), FASTER);
        hands = new VirtualHands(sensors);
        bluez = MockBluez.start(bus, new MockPeripheral(ADDRESS, "Progressor_0001", () -> sensors.link(SENSOR)));
        server = ClinicServer.withPages();
        ClinicServer.Sample sample = server.addClinic("a");
        Browser login = server.as(Role.CLINICIAN, "a");
        chromium = ChromiumPage.on(bus.address(), login.root(), login.cookie().orElseThrow());
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MS);
        chooseWhatIsInReach();
        page.navigate(
                login.root().resolve("/visits/" + sample.visit().id() + "/live").toString());
    }

    @AfterEach
    void close() throws Exception {
        chromium.close();
        server.close();
        bluez.close();
        bus.close();
    }

    /** Answers the browser's own chooser, which no page can: the first sensor, once. */
    private void chooseWhatIsInReach() {
        CDPSession devtools = chromium.context().newCDPSession(page);
        devtools.send("DeviceAccess.enable");
        Set<String> answered = new HashSet<>();
        devtools.on("DeviceAccess.deviceRequestPrompted", prompt -> {
            String id = prompt.get("id").getAsString();
            if (prompt.getAsJsonArray("devices").isEmpty() || !answered.add(id)) {
                return;
            }
            JsonObject choice = new JsonObject();
            choice.addProperty("id", id);
            choice.add(
                    "deviceId",
                    prompt.getAsJsonArray("devices").get(0).getAsJsonObject().get("id"));
            devtools.send("DeviceAccess.selectPrompt", choice);
        });
    }

    private void awaitStep(String step) {
        page.waitForFunction("step => document.getElementById('live').dataset.step === step", step);
    }

    private void press() {
        page.waitForFunction("() => document.activeElement.id === 'primary'"
                + " && document.activeElement.getAttribute('aria-disabled') !== 'true'");
        page.waitForTimeout(LOCK_OUT_MS);
        page.keyboard().press("Space");
    }

    /** A pause that the page itself prescribes. */
    private static final double LOCK_OUT_MS = 450;

    @Test
    void a_sensor_of_the_browser_is_chosen_zeroed_and_recorded_without_a_loss() {
        page.locator("#bluetooth").click();
        page.waitForFunction(
                "() => document.querySelector('input[name=sensor]:checked')?.value.startsWith('browser-')");
        page.locator("#setup label:has(input[value=belt])").click();
        page.locator("#setup button[type=submit]").click();
        awaitStep("CONFIRM_SIDE");
        press();
        awaitStep("TARE");
        hands.rest(SENSOR);
        press();
        awaitStep("READY");
        hands.work(SENSOR, STRENGTH);
        press();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 100");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
        press();
        awaitStep("DECIDE");

        assertThat(page.locator(".stage-list li").count()).isEqualTo(1);
        assertThat(chromium.complaints()).isEmpty();
    }
}
