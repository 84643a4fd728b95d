package org.plinth.driver.tindeq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.Advertisement;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.Match;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDriverContract;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.SensorModel;
import org.plinth.driver.virtual.VirtualLinkProvider;

class ProgressorDriverTest extends SensorDriverContract {

    private static final double KGF = ForceUnit.KILOGRAM_FORCE.newtonsPerUnit();

    private final VirtualLinkProvider sensors = sensors(SensorModel.progressor());

    private static VirtualLinkProvider sensors(SensorModel model) {
        return new VirtualLinkProvider(Scenario.ofSeed(1).withSensor(model), 1, Clock.systemUTC(), 40);
    }

    @Override
    protected SensorDriver driver() {
        return new ProgressorDriver();
    }

    @Override
    protected BleLink newLink() {
        return sensors.link("virtual-1");
    }

    @Override
    protected Advertisement advertisement() {
        return new Advertisement("a", Optional.of("Progressor_1234"), Set.of(ProgressorCodec.SERVICE));
    }

    private static double restingNewtons(Heard heard) throws InterruptedException {
        Remembered sink = new Remembered();
        SampleDecoder decoder = new ProgressorDecoder();
        decoder.decode(heard.next(), sink);
        return sink.values().stream().mapToDouble(value -> value).average().orElseThrow() * KGF;
    }

    @Test
    void the_service_alone_is_its_family() {
        assertThat(driver().match(new Advertisement("b", Optional.empty(), Set.of(ProgressorCodec.SERVICE))))
                .isEqualTo(Match.FAMILY);
    }

    @Test
    void the_weight_of_the_strap_is_on_it_until_it_is_tared() throws InterruptedException {
        Heard before = new Heard();
        sensors.patient("virtual-1").orElseThrow().repeats(false);
        try (SensorConnection connection = driver().open(newLink(), before)) {
            connection.start();
            assertThat(restingNewtons(before)).isBetween(8.5, 9.5);
        }
        Heard after = new Heard();
        try (SensorConnection connection = driver().open(newLink(), after)) {
            connection.tare();
            connection.start();
            assertThat(restingNewtons(after)).isBetween(2.5, 3.5);
        }
    }

    @Test
    void a_tare_while_streaming_stops_tares_and_starts_again() throws InterruptedException {
        Heard heard = new Heard();
        sensors.patient("virtual-1").orElseThrow().repeats(false);
        try (SensorConnection connection = driver().open(newLink(), heard)) {
            connection.start();
            heard.next();
            connection.tare();
            int atTare = heard.packets.size();
            SampleDecoder decoder = new ProgressorDecoder();
            Remembered sink = new Remembered();
            while (sink.samples.isEmpty() || sink.micros().get(0) > 100_000) {
                sink.samples.clear();
                decoder.decode(heard.next(), sink);
            }
            assertThat(atTare).isPositive();
            assertThat(sink.values().get(0) * KGF).isBetween(2.0, 9.6);
        }
    }

    @Test
    void it_says_who_it_is_and_what_its_battery_has() {
        try (SensorConnection connection = driver().open(newLink(), new Heard())) {
            assertThat(connection.identity().firmware()).hasValue("1.0.0-virtual");
            assertThat(connection.identity().serial()).hasValue("56000000000001");
            assertThat(connection.battery()).hasValue(BatteryReading.ofMillivolts(4050));
        }
    }

    @Test
    void it_is_asked_nothing_while_it_streams() {
        try (SensorConnection connection = driver().open(newLink(), new Heard())) {
            connection.start();
            assertThatThrownBy(connection::battery).isInstanceOf(SensorException.class);
        }
    }

    @Test
    void clones_that_send_one_sample_a_packet_are_read_alike() throws InterruptedException {
        Heard heard = new Heard();
        SampleDecoder decoder = driver().newDecoder();
        Remembered sink = new Remembered();
        try (SensorConnection connection = driver().open(
                sensors(SensorModel.progressorClone()).link("virtual-1"), heard)) {
            connection.start();
            while (sink.samples.size() < 60) {
                decoder.decode(heard.next(), sink);
            }
        }
        assertThat(decoder.ledger().lost()).hasValue(0);
        assertThat(sink.micros().get(1) - sink.micros().get(0)).isEqualTo(12_500);
    }
}
