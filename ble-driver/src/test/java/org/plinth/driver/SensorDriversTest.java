package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.tindeq.ProgressorDriver;

class SensorDriversTest {

    private static final Advertisement SEEN = new Advertisement("a", Optional.of("thing"), Set.of());

    private record Fake(String id, Match answer) implements SensorDriver {
        @Override
        public int version() {
            return 1;
        }

        @Override
        public String displayName() {
            return "Sensor " + id;
        }

        @Override
        public SensorSpec spec() {
            return new ProgressorDriver().spec();
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Set<UUID> services() {
            return Set.of();
        }

        @Override
        public Match match(Advertisement seen) {
            return answer;
        }

        @Override
        public SampleDecoder newDecoder() {
            throw new SensorException(Fault.UNSUPPORTED, "A fake decodes nothing.");
        }

        @Override
        public SensorConnection open(BleLink link, LinkListener listener) {
            throw new SensorException(Fault.UNSUPPORTED, "A fake opens nothing.");
        }
    }

    @Test
    void the_best_match_wins_whatever_the_order() {
        Fake family = new Fake("family", Match.FAMILY);
        Fake exact = new Fake("exact", Match.EXACT);
        assertThat(SensorDrivers.of(List.of(family, exact)).bestMatch(SEEN)).hasValue(exact);
        assertThat(SensorDrivers.of(List.of(exact, family)).bestMatch(SEEN)).hasValue(exact);
    }

    @Test
    void two_equal_answers_are_an_error_that_names_both() {
        SensorDrivers two = SensorDrivers.of(List.of(new Fake("b", Match.EXACT), new Fake("a", Match.EXACT)));
        assertThatThrownBy(() -> two.bestMatch(SEEN))
                .isInstanceOfSatisfying(
                        SensorException.class, both -> assertThat(both.fault()).isEqualTo(Fault.AMBIGUOUS))
                .hasMessageContaining("Sensor a (a) and Sensor b (b)");
    }

    @Test
    void a_stranger_has_no_driver() {
        assertThat(SensorDrivers.of(List.of(new Fake("a", Match.NO))).bestMatch(SEEN))
                .isEmpty();
    }

    @Test
    void two_drivers_cannot_share_an_id() {
        assertThatThrownBy(() -> SensorDrivers.of(List.of(new Fake("a", Match.NO), new Fake("a", Match.EXACT))))
                .hasMessageContaining("two drivers have the id a");
    }

    @Test
    void those_on_the_class_path_are_found_by_id() {
        assertThat(SensorDrivers.load().find("virtual")).isPresent();
        assertThat(SensorDrivers.load().find("tindeq-progressor")).isPresent();
        assertThat(SensorDrivers.load().find("nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DynaMo-08464, vald-dynamo",
        "Motherboard, griptonite-motherboard",
        "ENTRALPI, entralpi",
        "MUSCLE_V2, muscle-meter-v2"
    })
    void decode_only_sensors_are_recognised_once_they_are_switched_on(String name, String driver) {
        Advertisement seen = new Advertisement("a", Optional.of(name), Set.of());
        assertThat(SensorDrivers.load().bestMatch(seen)).isEmpty();
        assertThat(SensorDrivers.load().withDecodeOnly().bestMatch(seen).map(SensorDriver::id))
                .hasValue(driver);
    }

    @Test
    void a_sensor_that_only_settles_and_one_that_nobody_knows_stay_off() {
        SensorDrivers on = SensorDrivers.load().withDecodeOnly();
        UUID weightScale = UUID.fromString("0000181d-0000-1000-8000-00805f9b34fb");
        assertThat(on.bestMatch(new Advertisement("a", Optional.of("Scale"), Set.of(weightScale))))
                .isEmpty();
        assertThat(on.bestMatch(SEEN)).isEmpty();
    }
}
