package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.testkit.bluez.MockBluez;
import org.plinth.driver.testkit.bluez.PrivateBus;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** A browser that cannot reach sensors: the page says why and what to do, before the visit and in it, and offers the server's. */
@Tag("browser")
@Tag("slow")
class BrowserWithoutBluetoothTest {

    private static final String NO_BLUETOOTH = "Object.defineProperty(navigator, 'bluetooth', {value: undefined});";

    /** A slot of a page whose server is away takes a mebibyte, then stops its sensor; later it sends what it kept. */
    private static final String FULL =
            """
            async () => {
              const script = document.querySelector('script[src$="live/main.js"]').src;
              const { Slot } = await import(new URL('../bluetooth/slot.js', script));
              const said = [];
              const wire = { say: m => said.push(m.type), send: p => said.push(p.length) };
              const device = { id: 'x', name: 'y', addEventListener() {}, gatt: { disconnect: () => said.push('cut') } };
              let stops = 0;
              const told = { changed() {}, stopped: () => stops++ };
              const slot = new Slot(0, device, { wire, vault: { put() {}, forget() {} }, told });
              slot.sensor.wanted = true;
              const value = new DataView(new ArrayBuffer(480));
              for (let i = 0; i < 3000; i++) slot.packet('7e4e1702-1ea6-40c9-9dcc-13d34ffead57', value);
              const kept = slot.kept.size;
              slot.acknowledged(-1);
              const whole = kept === 2 ** 20 / 512 && said.filter(s => s === 512).length === kept && said[0] === 'cut';
              return (stops === 1 ? 'stopped once, ' : stops + ' stops, ') + (whole ? '1 MiB kept, all sent, ' : kept + ' kept, ')
                + 'then ' + said.at(-1);
            }""";

    /**
     * A kind of browser.
     *
     * @param made by this script, before the page's own
     * @param says a piece of what it is told
     */
    private record Case(String made, String says) {}

    private static final List<Case> CASES = List.of(
            new Case("Object.defineProperty(window, 'isSecureContext', {value: false});", "https address"),
            new Case(NO_BLUETOOTH, "chrome://flags/#enable-web-bluetooth"),
            new Case(NO_BLUETOOTH + brand("undefined"), "in Chrome or Edge"),
            new Case(
                    NO_BLUETOOTH + brand("{platform: 'Windows', brands: [{brand: 'Chromium'}]}"),
                    "whoever looks after this computer"),
            new Case(
                    NO_BLUETOOTH
                            + brand("undefined")
                            + "Object.defineProperty(navigator, 'platform', {value: 'iPhone'});",
                    "iPhone or iPad"),
            new Case(
                    "Object.defineProperty(document, 'featurePolicy',"
                            + " {value: {features: () => ['bluetooth'], allowsFeature: () => false}});",
                    "does not allow"));

    private static String brand(String value) {
        return "Object.defineProperty(navigator, 'userAgentData', {value: " + value + "});";
    }

    @Test
    void each_reason_has_words_of_its_own_and_the_servers_sensors_are_offered() {
        try (PrivateBus bus = PrivateBus.open();
                MockBluez bluez = MockBluez.start(bus);
                ClinicServer server = ClinicServer.withPages()) {
            bluez.advertise(0); // it has no adapter, so nobody is heard
            ClinicServer.Sample sample = server.addClinic("a");
            Browser login = server.as(Role.CLINICIAN, "a");
            String patient = server.root() + "patients/" + sample.patient().id();
            String live = server.root() + "visits/" + sample.visit().id() + "/live";
            try (ChromiumPage chromium =
                    ChromiumPage.on(bus.address(), login.root(), login.cookie().orElseThrow())) {
                for (Case one : CASES) {
                    try (Page page = chromium.context().newPage()) {
                        page.addInitScript(one.made());
                        assertSaid(page, patient, live, one.says());
                    }
                }
                // The mock has no adapter; then the browser says that there is one.
                Page page = chromium.page();
                assertSaid(page, patient, live, "Switch it on");
                page.evaluate("() => Object.defineProperty(navigator.bluetooth, 'getAvailability',"
                        + " {value: async () => true})");
                page.locator("#bluetooth").waitFor();
                assertThat(page.evaluate(FULL)).isEqualTo("stopped once, 1 MiB kept, all sent, then gone");
                assertThat(chromium.complaints()).isEmpty();
            }
        }
    }

    private static void assertSaid(Page page, String patient, String live, String says) {
        page.navigate(patient);
        assertThat(page.locator("#bluetooth-says p:visible")).hasCount(1);
        assertThat(page.locator("#bluetooth-says p:visible")).containsText(says);
        page.navigate(live);
        assertThat(page.locator("#no-bluetooth")).containsText(says);
        assertThat(page.locator("#bluetooth")).hasCount(0);
        assertThat(page.locator("#setup input[name=sensor]").first()).isVisible();
    }
}
