package org.plinth.web.live;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.quantity.Force;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.bluez.MockBluez;
import org.plinth.driver.testkit.bluez.MockPeripheral;
import org.plinth.driver.testkit.bluez.PrivateBus;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.capture.VirtualHands;
import org.plinth.web.testkit.ChromiumPage;

/**
 * A clinician at the live page in Chromium, whose own Bluetooth finds a BlueZ that plays a Progressor. What the sensor sent
 * is written down on its way.
 */
final class ClinicianWithSensor implements AutoCloseable {

    static final String SENSOR = "virtual-1";

    private static final String ADDRESS = "AA:BB:CC:DD:EE:01";
    private static final Force STRENGTH = Force.ofNewtons(200);
    private static final double PATIENCE_MS = 30_000;

    /** A pause that the page itself prescribes. */
    private static final double LOCK_OUT_MS = 450;

    private final List<byte[]> sent = Collections.synchronizedList(new ArrayList<>());
    private final PrivateBus bus = PrivateBus.open();
    private final VirtualHands hands;
    private final MockBluez bluez;
    private final ChromiumPage chromium;
    private volatile Optional<LinkListener> connected = Optional.empty();
    private Page page;

    /** At this server with this login's cookie; her sensor lives so much faster than in reality. */
    ClinicianWithSensor(Scenario scenario, double faster, URI root, String cookie) {
        VirtualLinkProvider sensors = new VirtualLinkProvider(scenario, 1, Clock.systemUTC(), faster);
        hands = new VirtualHands(sensors);
        bluez = MockBluez.start(
                bus, new MockPeripheral(ADDRESS, "Progressor_0001", () -> new Noted(sensors.link(SENSOR))));
        chromium = ChromiumPage.on(bus.address(), root, cookie);
        page = chromium.page();
        attend();
    }

    private void attend() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS); // a server that starts again takes its time
        page.setDefaultTimeout(PATIENCE_MS);
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

    ChromiumPage chromium() {
        return chromium;
    }

    Page page() {
        return page;
    }

    /** The page is closed as a tab is, and another one is opened. */
    void otherTab() {
        Page before = page;
        page = chromium.context().newPage();
        attend();
        before.close();
    }

    /** What the sensor sent so far. */
    List<byte[]> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    void awaitStep(String step) {
        page.waitForFunction("step => document.getElementById('live').dataset.step === step", step);
    }

    void awaitForceAbove(int newtons) {
        page.waitForFunction(
                "least => Number(document.querySelector('.active .stage-number').firstChild?.data) > least", newtons);
    }

    void awaitForceBelow(int newtons) {
        page.waitForFunction(
                "most => Number(document.querySelector('.active .stage-number').firstChild?.data) < most", newtons);
    }

    void press() {
        page.waitForFunction("() => document.activeElement.id === 'primary'"
                + " && document.activeElement.getAttribute('aria-disabled') !== 'true'");
        page.waitForTimeout(LOCK_OUT_MS);
        page.keyboard().press("Space");
    }

    /** Chooses the sensor in the browser's own window and sets up. */
    void setUp() {
        page.locator("#bluetooth").click();
        page.waitForFunction(
                "() => document.querySelector('input[name=sensor]:checked')?.value.startsWith('browser-')");
        page.locator("#setup label:has(input[value=belt])").click();
        page.locator("#setup button[type=submit]").click();
        page.waitForFunction("() => document.getElementById('new-sensor')"
                + " || document.getElementById('live').dataset.step !== 'SETUP'");
        if (page.locator("#new-sensor").count() > 0) { // the clinic never used it: it asks once
            page.locator("label:has(#new-sensor)").click();
            page.locator("#setup button[type=submit]").click();
        }
    }

    /** From the set-up into a recording in which she sees force. */
    void record() {
        setUp();
        awaitStep("CONFIRM_SIDE");
        press();
        awaitStep("TARE");
        hands.rest(SENSOR);
        press();
        awaitStep("READY");
        hands.work(SENSOR, STRENGTH);
        sent.clear();
        press();
        awaitStep("RECORDING");
        awaitForceAbove(100);
    }

    /** The sensor goes out of reach for a moment. */
    void dropSensor() {
        connected.orElseThrow().disconnected("out of reach");
    }

    @Override
    public void close() {
        chromium.close();
        bluez.close();
        bus.close();
    }

    /** A link whose packets are written down before they go on. */
    private final class Noted implements BleLink {

        private final BleLink link;

        Noted(BleLink link) {
            this.link = link;
        }

        @Override
        public String transport() {
            return link.transport();
        }

        @Override
        public void connect(LinkListener listener) {
            connected = Optional.of(listener);
            link.connect(new LinkListener() {
                @Override
                public void packet(Packet packet) {
                    sent.add(packet.bytes());
                    listener.packet(packet);
                }

                @Override
                public void disconnected(String reason) {
                    listener.disconnected(reason);
                }
            });
        }

        @Override
        public void subscribe(UUID service, UUID characteristic) {
            link.subscribe(service, characteristic);
        }

        @Override
        public void write(UUID service, UUID characteristic, byte[] value) {
            link.write(service, characteristic, value);
        }

        @Override
        public OptionalInt mtu() {
            return link.mtu();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
