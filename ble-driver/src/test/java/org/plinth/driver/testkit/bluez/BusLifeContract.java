package org.plinth.driver.testkit.bluez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.testkit.SteadyLink;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorDecoder;
import org.plinth.driver.tindeq.ProgressorDriver;

/** The life of connections over BlueZ: taring, rates, two sensors, a service that dies, cycles. */
public abstract class BusLifeContract extends OnABus {

    private static final String OTHER = "AA:BB:CC:DD:EE:02";
    private static final int CYCLES = 50;

    private final ProgressorDriver driver = new ProgressorDriver();

    /** How often a sensor is connected again. */
    protected int cycles() {
        return CYCLES;
    }

    @Test
    void a_sensor_is_found_asked_tared_started_and_stopped() throws InterruptedException {
        bluez(virtual(ADDRESS));
        LinkProvider provider = providerHere();
        assertThat(provider.scan(300)).hasSize(1);
        try (SensorConnection sensor = driver.open(provider.link(ADDRESS), heard)) {
            assertThat(sensor.identity().firmware()).isPresent();
            assertThat(sensor.battery().flatMap(this::millivolts)).isPresent();
            sensor.tare();
            sensor.start();
            heard.next();
            heard.next();
            sensor.stop();
        }
        assertThat(heard.losses).isEmpty();
    }

    private Optional<Integer> millivolts(BatteryReading reading) {
        return reading.millivolts().stream().boxed().findFirst();
    }

    @ParameterizedTest
    @CsvSource({"80, 160", "1000, 3000", "3000, 9000"})
    void every_packet_that_was_delivered_arrives_once_and_in_order(int perSecond, int count)
            throws InterruptedException {
        bluez(new MockPeripheral(ADDRESS, "Progressor_0001", () -> new SteadyLink(perSecond, count)));
        try (BleLink link = providerHere().link(ADDRESS)) {
            link.connect(heard);
            link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
            link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
            ProgressorDecoder decoder = new ProgressorDecoder();
            Remembered sink = new Remembered();
            for (int i = 0; i < count; i++) {
                Packet packet = heard.next();
                assertThat(packet.bytes()).isEqualTo(SteadyLink.packet(i));
                decoder.decode(packet, sink);
            }
            assertThat(decoder.ledger().lost()).hasValue(0);
            assertThat(decoder.ledger().duplicated() + decoder.ledger().malformed())
                    .isZero();
            assertThat(heard.losses).isEmpty();
        }
    }

    @Test
    void two_sensors_stream_at_once_and_each_is_held_by_one_link() throws InterruptedException {
        bluez(virtual(ADDRESS), virtual(OTHER));
        LinkProvider provider = providerHere();
        Heard second = new Heard();
        try (SensorConnection left = driver.open(provider.link(ADDRESS), heard);
                SensorConnection right = driver.open(provider.link(OTHER), second)) {
            left.start();
            right.start();
            heard.next();
            second.next();
            BleLink intruder = provider.link(ADDRESS);
            assertThatThrownBy(() -> intruder.connect(new Heard()))
                    .isInstanceOfSatisfying(SensorException.class, busy -> assertThat(busy.fault())
                            .isEqualTo(Fault.NO_ACCESS));
            left.stop();
            second.next();
        }
        assertThat(heard.losses).isEmpty();
        assertThat(second.losses).isEmpty();
    }

    @Test
    void a_service_that_dies_is_a_loss_and_its_successor_is_used() throws InterruptedException {
        MockBluez first = bluez(virtual(ADDRESS));
        LinkProvider provider = providerHere();
        BleLink link = closing(provider.link(ADDRESS));
        stream(link, heard);
        heard.next();
        first.die();
        heard.awaitLoss();
        assertThat(heard.losses).hasSize(1);
        assertThatThrownBy(() -> link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {1}))
                .isInstanceOf(SensorException.class);
        assertThatThrownBy(() -> link.connect(new Heard()))
                .isInstanceOfSatisfying(
                        SensorException.class, gone -> assertThat(gone.fault()).isEqualTo(Fault.NO_SERVICE));

        bluez(virtual(ADDRESS));
        Heard again = new Heard();
        stream(link, again);
        assertThat(again.next().bytes()).isNotEmpty();
    }

    @Test
    void connecting_streaming_and_disconnecting_again_and_again_leaves_nothing_behind() throws InterruptedException {
        bluez(virtual(ADDRESS));
        cycle(providerHere(), cycles());
    }
}
