package org.plinth.driver.testkit.bluez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.BleLinkContract;
import org.plinth.driver.link.Broadcast;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.virtual.LinkModel;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;

/** What a transport over BlueZ keeps, shown against the mock on a bus of its own with virtual dynamometers behind it. */
public abstract class BusLinkContract extends BleLinkContract {

    private static final String STEADY = "AA:BB:CC:DD:EE:01";
    private static final String FRAGILE = "AA:BB:CC:DD:EE:02";
    private static final double FASTER = 50;

    private static PrivateBus bus;
    private static MockBluez bluez;

    private LinkProvider provider;

    /** The transport under test. */
    protected abstract LinkProvider provider(Optional<String> busAddress, Optional<String> adapter);

    private static MockPeripheral virtual(String address, String name, Scenario scenario) {
        VirtualLinkProvider sensors = new VirtualLinkProvider(scenario, 1, Clock.systemUTC(), FASTER);
        return new MockPeripheral(address, name, () -> sensors.link("virtual-1"));
    }

    @BeforeAll
    static void openBus() {
        bus = PrivateBus.open();
        Scenario breaking = Scenario.ofSeed(2).withLink(LinkModel.PERFECT.disconnectingAt(1_000_000));
        bluez = MockBluez.start(
                bus,
                virtual(STEADY, "Progressor_0001", Scenario.ofSeed(1)),
                virtual(FRAGILE, "Progressor_0002", breaking));
    }

    @AfterAll
    static void closeBus() {
        bluez.close();
        bus.close();
    }

    @AfterEach
    void letGo() {
        if (provider != null) {
            provider.close();
        }
    }

    private LinkProvider mine() {
        if (provider == null) {
            provider = provider(Optional.of(bus.address()), Optional.empty());
        }
        return provider;
    }

    @Override
    protected BleLink newLink() {
        return mine().link(STEADY);
    }

    @Override
    protected BleLink newLinkThatIsLost() {
        return mine().link(FRAGILE);
    }

    @Test
    void a_scan_names_what_is_in_reach() {
        List<Advertisement> seen = mine().scan(500);
        assertThat(seen).extracting(Advertisement::peripheralId).containsExactlyInAnyOrder(STEADY, FRAGILE);
        assertThat(seen).allSatisfy(one -> {
            assertThat(one.name().orElseThrow()).startsWith("Progressor_");
            assertThat(one.services()).containsExactly(ProgressorCodec.SERVICE);
        });
    }

    @Test
    void values_can_be_read_and_what_notifies_is_told() {
        try (BleLink link = mine().link(STEADY)) {
            link.connect(heard);
            assertThat(link.read(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL))
                    .containsExactly(1, 2, 3);
            assertThat(link.notifying())
                    .containsExactly(new BleLink.Endpoint(ProgressorCodec.SERVICE, ProgressorCodec.DATA));
        }
    }

    @Test
    void advertisements_are_heard_without_a_connection() throws InterruptedException {
        UUID company = Broadcast.manufacturer(MockBluez.COMPANY);
        assertThat(mine().scan(200)).allSatisfy(seen -> assertThat(seen.broadcast())
                .hasEntrySatisfying(company, bytes -> assertThat(bytes).startsWith(9)));
        BleLink link = mine().listen(STEADY);
        link.connect(heard);
        link.subscribe(company, company);
        bluez.advertise(1);
        bluez.advertise(1);
        assertThat(heard.next().bytes()).containsExactly(9, 1);
        assertThat(heard.next().characteristic()).isEqualTo(company);
        assertThatThrownBy(() -> link.write(company, company, new byte[1])).isInstanceOf(SensorException.class);
        link.close();
        bluez.advertise(2);
        assertThat(heard.packets).hasSize(2);
        assertThat(heard.losses).isEmpty();
    }
}
