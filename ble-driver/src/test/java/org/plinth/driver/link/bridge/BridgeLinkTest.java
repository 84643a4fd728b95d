package org.plinth.driver.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.BleLinkContract;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.testkit.SteadyLink;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.virtual.LinkModel;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;

class BridgeLinkTest extends BleLinkContract {

    private static final String ID = "browser-device-1";
    private static final double FASTER = 50;

    private final List<BridgeLinkProvider> servers = new ArrayList<>();
    private final List<ScriptedBrowser> browsers = new ArrayList<>();

    private BridgeLinkProvider server() {
        BridgeLinkProvider server = new BridgeLinkProvider(Clock.systemUTC());
        servers.add(server);
        return server;
    }

    private ScriptedBrowser browser(java.util.function.Supplier<BleLink> body) {
        ScriptedBrowser browser = new ScriptedBrowser(body);
        browsers.add(browser);
        return browser;
    }

    private BleLink reached(Scenario scenario) {
        VirtualLinkProvider sensors = new VirtualLinkProvider(scenario, 1, Clock.systemUTC(), FASTER);
        BridgeLinkProvider server = server();
        browser(() -> sensors.link("virtual-1")).open(server);
        return server.link(ID);
    }

    @AfterEach
    void endAll() {
        browsers.forEach(ScriptedBrowser::end);
        servers.forEach(BridgeLinkProvider::close);
    }

    @Override
    protected BleLink newLink() {
        return reached(Scenario.ofSeed(1));
    }

    @Override
    protected BleLink newLinkThatIsLost() {
        return reached(Scenario.ofSeed(2).withLink(LinkModel.PERFECT.disconnectingAt(1_000_000)));
    }

    @Test
    void what_a_browser_opened_is_in_reach_until_it_goes() {
        BridgeLinkProvider server = server();
        assertThat(server.scan(0)).isEmpty();
        ScriptedBrowser browser = browser(() -> new SteadyLink(10, 1));
        browser.open(server);
        assertThat(server.scan(0)).extracting(Advertisement::peripheralId).containsExactly(ID);
        browser.cut();
        assertThat(server.scan(0)).isEmpty();
        assertThatThrownBy(() -> server.link(ID).connect(heard))
                .isInstanceOfSatisfying(
                        SensorException.class, away -> assertThat(away.fault()).isEqualTo(Fault.IO));
        assertThatThrownBy(() -> server.link("browser-none"))
                .isInstanceOfSatisfying(
                        SensorException.class, none -> assertThat(none.fault()).isEqualTo(Fault.NO_DEVICE));
    }

    @Test
    void what_a_browser_lends_is_for_its_own_clinic() {
        BridgeLinkProvider server = server();
        browser(() -> new SteadyLink(10, 1)).open(server);
        assertThat(server.isFor(ID, "clinic-1")).isTrue();
        assertThat(server.isFor(ID, "clinic-2")).isFalse();
        assertThat(server.isFor("browser-none", "clinic-1")).isFalse();
    }

    @Test
    void a_second_browser_that_claims_the_same_sensor_takes_nothing_from_the_first() {
        BridgeLinkProvider server = server();
        ScriptedBrowser first = browser(() -> new SteadyLink(10, 1));
        first.open(server);
        browser(() -> new SteadyLink(10, 2)).open(server, "page-0", new BridgeOwner("clinic-2", "clinician-2"));

        assertThat(server.isFor(ID, "clinic-1")).isTrue();
        assertThat(server.isFor(ID, "clinic-2")).isFalse();

        first.cut();

        assertThat(server.isFor(ID, "clinic-1")).isFalse();
        assertThat(server.isFor(ID, "clinic-2")).isTrue();
    }

    @Test
    void while_the_way_is_cut_packets_are_kept_and_then_arrive_once_and_in_order() throws InterruptedException {
        BridgeLinkProvider server = server();
        int count = 400;
        ScriptedBrowser browser = browser(() -> new SteadyLink(1_000, count));
        browser.open(server);
        try (BleLink link = server.link(ID)) {
            assertThat(link.keepsPackets()).isTrue();
            link.connect(heard);
            link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
            link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
            for (int i = 0; i < 50; i++) {
                assertThat(heard.next().bytes()).isEqualTo(SteadyLink.packet(i));
            }
            browser.cut();
            while (browser.kept() < 100) {
                Thread.onSpinWait();
            }
            browser.comeBack(server);
            for (int i = 50; i < count; i++) {
                assertThat(heard.next().bytes()).isEqualTo(SteadyLink.packet(i));
            }
            while (browser.kept() > 0) {
                Thread.onSpinWait();
            }
        }
        assertThat(heard.packets).hasSize(count);
        assertThat(heard.losses).isEmpty();
        assertThat(heard.packets).extracting(packet -> packet.hostNanos()).isSorted();
    }

    @Test
    void a_value_is_read_and_what_notifies_is_told() {
        BridgeLinkProvider server = server();
        browser(TellingLink::new).open(server);
        try (BleLink link = server.link(ID)) {
            assertThat(link.notifying()).isEmpty();
            assertThatThrownBy(() -> link.read(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL))
                    .isInstanceOf(SensorException.class);
            link.connect(heard);
            assertThat(link.notifying()).containsExactly(TellingLink.DATA);
            assertThat(link.read(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL))
                    .containsExactly(1, 2, 3);
            assertThatThrownBy(() -> link.read(ProgressorCodec.SERVICE, ProgressorCodec.DATA))
                    .isInstanceOfSatisfying(SensorException.class, refused -> assertThat(refused.fault())
                            .isEqualTo(Fault.IO));
        }
    }

    @Test
    void no_sensor_has_a_value_longer_than_an_attribute() {
        assertThatThrownBy(() -> new BridgeReply(true, new byte[513], List.of()))
                .isInstanceOf(BridgeFault.class);
    }

    /** A sensor with one value that can be read. */
    private static final class TellingLink implements BleLink {

        static final Endpoint DATA = new Endpoint(ProgressorCodec.SERVICE, ProgressorCodec.DATA);

        @Override
        public String transport() {
            return "telling";
        }

        @Override
        public void connect(LinkListener listener) {
            // Nothing comes by itself.
        }

        @Override
        public void subscribe(UUID service, UUID characteristic) {
            // Nothing comes by itself.
        }

        @Override
        public void write(UUID service, UUID characteristic, byte[] value) {
            throw new SensorException(Fault.UNSUPPORTED, "Nothing can be written here.");
        }

        @Override
        public byte[] read(UUID service, UUID characteristic) {
            if (!characteristic.equals(ProgressorCodec.CONTROL)) {
                throw new SensorException(Fault.UNSUPPORTED, "This value cannot be read.");
            }
            return new byte[] {1, 2, 3};
        }

        @Override
        public List<Endpoint> notifying() {
            return List.of(DATA);
        }

        @Override
        public OptionalInt mtu() {
            return OptionalInt.empty();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
