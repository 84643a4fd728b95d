package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.bluez.BluezAdapters;
import org.plinth.driver.link.bluez.BluezLinkProvider;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.testkit.SteadyLink;
import org.plinth.driver.testkit.bluez.EmulatedComputer;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorDecoder;
import org.plinth.driver.tindeq.ProgressorDriver;

/** Both transports against the real bluetoothd and a kernel's Bluetooth, with a simulated sensor: nothing of the mock is in it. */
@Tag("bluetooth")
@Tag("slow")
class RealBluezTest {

    private static final byte DROP = (byte) 0xF1;
    private static final int PACKETS_PER_SECOND = 20;
    private static final int ATTEMPTS = 3;

    private static EmulatedComputer computer;

    @BeforeAll
    static void boot() {
        computer = EmulatedComputer.boot(Path.of("target", "emulated-computer"));
    }

    /** One for each test: BlueZ remembers who subscribed, and tells everybody once for each that still lives. */
    private static TinybLinkProvider tinyb() {
        return new TinybLinkProvider(adapters(), Clock.systemUTC());
    }

    private static BluezAdapters adapters() {
        return new BluezAdapters(Optional.of(computer.address()), Optional.empty());
    }

    @AfterAll
    static void shutDown() {
        computer.close();
    }

    private static String find(LinkProvider provider) {
        List<Advertisement> seen = List.of();
        for (int attempt = 0; attempt < 5 && seen.isEmpty(); attempt++) {
            seen = provider.scan(2_000).stream()
                    .filter(one -> one.services().contains(ProgressorCodec.SERVICE))
                    .toList();
        }
        assertThat(seen).hasSize(1);
        return seen.get(0).peripheralId();
    }

    private static void stream(BleLink link, Heard listener) {
        link.connect(listener);
        link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
        link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
    }

    private static void streamsWithoutLoss(LinkProvider provider, int seconds) throws InterruptedException {
        for (int attempt = 1; !streamedWithoutLoss(provider, seconds); attempt++) {
            assertThat(attempt)
                    .as("times that the link went before the first packet")
                    .isLessThan(ATTEMPTS);
        }
    }

    /** Whether the link stood until the stream began: a controller whose host is starved drops a new link now and then. */
    private static boolean streamedWithoutLoss(LinkProvider provider, int seconds) throws InterruptedException {
        Heard heard = new Heard();
        ProgressorDecoder decoder = new ProgressorDecoder();
        Remembered sink = new Remembered();
        try (BleLink link = provider.link(find(provider))) {
            try {
                stream(link, heard);
            } catch (SensorException gone) {
                return false;
            }
            for (int i = 0; i < seconds * PACKETS_PER_SECOND; i++) {
                Packet packet = heard.next();
                assertThat(packet.bytes()).isEqualTo(SteadyLink.packet(i));
                decoder.decode(packet, sink);
            }
        }
        assertThat(decoder.ledger().lost()).hasValue(0);
        assertThat(heard.losses).isEmpty();
        return true;
    }

    @Test
    void a_sensor_is_found_asked_tared_started_and_stopped() throws InterruptedException {
        Heard heard = new Heard();
        try (LinkProvider tinyb = tinyb();
                SensorConnection sensor = new ProgressorDriver().open(tinyb.link(find(tinyb)), heard)) {
            assertThat(sensor.identity().firmware()).contains("1.2.3");
            assertThat(sensor.battery()).isPresent();
            sensor.tare();
            sensor.start();
            heard.next();
            sensor.stop();
        }
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void eighty_samples_a_second_for_thirty_seconds_are_all_there() throws InterruptedException {
        try (LinkProvider tinyb = tinyb()) {
            streamsWithoutLoss(tinyb, 30);
        }
    }

    @Test
    void ten_drops_are_told_and_survived_by_one_child() throws InterruptedException {
        try (TinybLinkProvider tinyb = tinyb();
                BleLink link = tinyb.link(find(tinyb))) {
            OptionalLong child = tinyb.childPid();
            for (int drop = 0; drop < 10; drop++) {
                Heard heard = new Heard();
                stream(link, heard);
                for (int i = 0; i < 3; i++) {
                    assertThat(heard.next().bytes()).isEqualTo(SteadyLink.packet(i));
                }
                link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {DROP});
                heard.awaitLoss();
                assertThat(heard.losses).hasSize(1);
            }
            assertThat(tinyb.childPid()).isEqualTo(child);
        }
    }

    @Test
    void the_plain_java_transport_streams_without_loss_too() throws InterruptedException {
        try (LinkProvider bluez = new BluezLinkProvider(adapters(), Clock.systemUTC())) {
            streamsWithoutLoss(bluez, 5);
        }
    }
}
