package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.testkit.HarmlessCommands;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.NotedWrites;
import org.plinth.driver.testkit.Remembered;

/** What every driver keeps: it does what it declares and refuses what it does not. */
public abstract class SensorDriverContract {

    /** The driver. */
    protected abstract SensorDriver driver();

    /** A link to a sensor that it can speak with. */
    protected abstract BleLink newLink();

    /** What such a sensor advertises. */
    protected abstract Advertisement advertisement();

    @Test
    void its_id_is_lower_case_and_dashed() {
        assertThat(driver().id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(driver().version()).isPositive();
        assertThat(driver().displayName()).isNotBlank();
    }

    @Test
    void it_is_registered() {
        assertThat(SensorDrivers.load().find(driver().id())).isPresent();
    }

    @Test
    void it_recognises_its_own_sensor_better_than_any_other_driver_does() {
        assertThat(SensorDrivers.load()
                        .bestMatch(advertisement(), Set.of(driver().id()))
                        .map(SensorDriver::id))
                .hasValue(driver().id());
    }

    @Test
    void a_scan_finds_it_only_with_full_support() {
        assertThat(SensorDrivers.load().bestMatch(advertisement()).isPresent())
                .isEqualTo(driver().support() == Support.FULL);
    }

    @Test
    void it_leaves_strangers_alone() {
        Advertisement stranger = new Advertisement("x", Optional.of("Kettle 3000"), Set.of());
        Advertisement nameless = new Advertisement("y", Optional.empty(), Set.of());
        assertThat(driver().match(stranger)).isEqualTo(Match.NO);
        assertThat(driver().match(nameless)).isEqualTo(Match.NO);
    }

    @Test
    void it_delivers_samples_that_its_decoder_reads() throws InterruptedException {
        Heard heard = new Heard();
        SampleDecoder decoder = driver().newDecoder();
        Remembered sink = new Remembered();
        try (SensorConnection connection = driver().open(newLink(), heard)) {
            connection.start();
            while (sink.samples.size() < 20) {
                decoder.decode(heard.next(), sink);
            }
            connection.stop();
        }
        assertThat(sink.micros()).isSorted().doesNotHaveDuplicates();
        assertThat(decoder.ledger().lost().isPresent()).isEqualTo(Capability.countsLoss(driver().capabilities()));
    }

    @Test
    void it_tares_if_it_says_so_and_refuses_otherwise() {
        try (SensorConnection connection = driver().open(newLink(), new Heard())) {
            if (driver().capabilities().contains(Capability.HARDWARE_TARE)) {
                connection.tare();
            } else {
                assertThatThrownBy(connection::tare)
                        .isInstanceOfSatisfying(SensorException.class, refused -> assertThat(refused.fault())
                                .isEqualTo(Fault.UNSUPPORTED));
            }
        }
    }

    @Test
    void it_tells_its_battery_if_it_says_so() {
        try (SensorConnection connection = driver().open(newLink(), new Heard())) {
            assertThat(connection.battery().isPresent())
                    .isEqualTo(driver().capabilities().contains(Capability.BATTERY));
        }
    }

    @Test
    void it_sends_nothing_but_what_is_known_to_leave_a_calibration_alone() {
        NotedWrites link = new NotedWrites(newLink());
        try (SensorConnection connection = driver().open(link, new Heard())) {
            connection.identity();
            connection.heldCalibration();
            connection.battery();
            connection.start();
            if (driver().capabilities().contains(Capability.HARDWARE_TARE)) {
                connection.tare();
            }
            connection.stop();
        }
        assertThat(link.written()).allSatisfy(bytes -> assertThat(HarmlessCommands.allows(driver().id(), bytes))
                .as("%s may be sent to %s", HexFormat.of().formatHex(bytes), driver().id())
                .isTrue());
        if (driver().reach() == Reach.CONNECTION) {
            assertThat(driver().services()).as("what a browser is told to open").containsAll(link.services());
        }
    }

    @Test
    void stopping_and_closing_twice_is_allowed() {
        SensorConnection connection = driver().open(newLink(), new Heard());
        connection.stop();
        connection.stop();
        connection.close();
        connection.close();
    }
}
