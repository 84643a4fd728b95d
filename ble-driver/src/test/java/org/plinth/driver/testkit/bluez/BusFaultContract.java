package org.plinth.driver.testkit.bluez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.bluez.MockPeripheral.Stage;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorDriver;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;

/** What can be wrong with Bluetooth on a machine, and the moments at which a sensor can vanish: one sentence each. */
public abstract class BusFaultContract {

    private static final String ADDRESS = "AA:BB:CC:DD:EE:01";
    private static final double FASTER = 50;

    private final Heard heard = new Heard();

    /** The transport under test; looks for a sensor no longer than half a second. */
    protected abstract LinkProvider provider(Optional<String> busAddress, Optional<String> adapter);

    private static void saysInOneSentence(Fault fault, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(SensorException.class, told -> {
            assertThat(told.fault()).isEqualTo(fault);
            assertThat(told.getMessage()).endsWith(fault.cure()).doesNotContain("Exception", "org.", "\n");
        });
    }

    private void scanSays(Fault fault, PrivateBus bus, Optional<String> adapter) {
        try (LinkProvider provider = provider(Optional.of(bus.address()), adapter)) {
            saysInOneSentence(fault, () -> provider.scan(100));
            saysInOneSentence(fault, () -> provider.link(ADDRESS).connect(heard));
        }
    }

    private static MockPeripheral sensor() {
        VirtualLinkProvider sensors = new VirtualLinkProvider(Scenario.ofSeed(1), 1, Clock.systemUTC(), FASTER);
        return new MockPeripheral(ADDRESS, "Progressor_0001", () -> sensors.link("virtual-1"));
    }

    @Test
    void without_a_message_bus() {
        PrivateBus gone = PrivateBus.open();
        gone.close();
        scanSays(Fault.NO_SERVICE, gone, Optional.empty());
    }

    @Test
    void without_the_service() {
        try (PrivateBus bus = PrivateBus.open()) {
            scanSays(Fault.NO_SERVICE, bus, Optional.empty());
        }
    }

    @Test
    void without_permission() {
        try (PrivateBus bus = PrivateBus.closedToBluez();
                MockBluez bluez = MockBluez.start(bus, sensor())) {
            assertThat(bluez).isNotNull();
            scanSays(Fault.NO_PERMISSION, bus, Optional.empty());
        }
    }

    @Test
    void without_an_adapter_or_with_another_than_the_named_one() {
        try (PrivateBus bus = PrivateBus.open();
                MockBluez bluez = MockBluez.start(bus)) {
            scanSays(Fault.NO_ADAPTER, bus, Optional.empty());
            bluez.adapter("hci0", true, List.of());
            scanSays(Fault.NO_ADAPTER, bus, Optional.of("hci7"));
        }
    }

    @Test
    void with_the_adapter_off() {
        try (PrivateBus bus = PrivateBus.open();
                MockBluez bluez = MockBluez.start(bus)) {
            bluez.adapter("hci0", false, List.of());
            scanSays(Fault.ADAPTER_OFF, bus, Optional.empty());
            bluez.adapter("hci1", true, List.of());
            scanSays(Fault.ADAPTER_OFF, bus, Optional.of("hci0"));
        }
    }

    @Test
    void two_adapters_need_a_choice_and_the_named_one_is_used() throws InterruptedException {
        try (PrivateBus bus = PrivateBus.open();
                MockBluez bluez = MockBluez.start(bus)) {
            bluez.adapter("hci0", true, List.of());
            bluez.adapter("hci1", true, List.of(sensor()));
            scanSays(Fault.SEVERAL_ADAPTERS, bus, Optional.empty());
            try (LinkProvider named = provider(Optional.of(bus.address()), Optional.of("hci1"));
                    BleLink link = named.link(ADDRESS)) {
                link.connect(heard);
                link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
                link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
                heard.next();
            }
        }
    }

    private interface Part {
        void with(LinkProvider provider) throws InterruptedException;
    }

    private void vanishing(Stage stage, Part part) throws InterruptedException {
        try (PrivateBus bus = PrivateBus.open();
                MockBluez bluez = MockBluez.start(bus, sensor().vanishing(stage));
                LinkProvider provider = provider(Optional.of(bus.address()), Optional.empty())) {
            assertThat(bluez).isNotNull();
            part.with(provider);
        }
    }

    @Test
    void a_sensor_that_vanishes_while_scanning() throws InterruptedException {
        vanishing(Stage.SCANNING, provider -> {
            assertThat(provider.scan(300)).isEmpty();
            saysInOneSentence(
                    Fault.NO_DEVICE, () -> provider.link("AA:BB:CC:DD:EE:99").connect(heard));
        });
    }

    @Test
    void a_sensor_that_vanishes_while_connecting() throws InterruptedException {
        vanishing(
                Stage.CONNECTING,
                provider ->
                        saysInOneSentence(Fault.IO, () -> provider.link(ADDRESS).connect(heard)));
    }

    @Test
    void a_sensor_that_vanishes_while_subscribing() throws InterruptedException {
        vanishing(Stage.SUBSCRIBING, provider -> {
            BleLink link = provider.link(ADDRESS);
            saysInOneSentence(Fault.IO, () -> {
                link.connect(heard);
                link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
                // tinyb does not tell that notifications were refused; what comes next does.
                heard.awaitLoss();
                link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
            });
            link.close();
        });
    }

    @Test
    void a_sensor_that_vanishes_while_streaming() throws InterruptedException {
        vanishing(Stage.STREAMING, provider -> {
            SensorConnection sensor = new ProgressorDriver().open(provider.link(ADDRESS), heard);
            sensor.start();
            heard.awaitLoss();
            assertThat(heard.losses).hasSize(1);
            sensor.close();
        });
    }

    @Test
    void a_sensor_that_vanishes_while_stopping() throws InterruptedException {
        vanishing(Stage.STOPPING, provider -> {
            SensorConnection sensor = new ProgressorDriver().open(provider.link(ADDRESS), heard);
            sensor.start();
            heard.next();
            saysInOneSentence(Fault.IO, sensor::stop);
            sensor.close();
        });
    }
}
