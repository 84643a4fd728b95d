package org.plinth.driver.linescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.CodecContract;
import org.plinth.driver.Malformed;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDriverContract;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.testkit.Replayed;

class LineScaleTest {

    private static final List<byte[]> GOOD = PacketVectors.of("LineScale 3").stream()
            .map(PacketVectors.Vector::bytes)
            .toList();

    private static Remembered decoded(byte[] bytes) {
        Remembered sink = new Remembered();
        new LineScaleDriver().newDecoder().decode(new Packet(LineScaleDriver.DATA, bytes, 0, 0), sink);
        return sink;
    }

    private static Remembered decoded(String frame) {
        return decoded(frame.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void the_makers_example_is_0_63_kilonewtons() {
        Remembered sink = decoded(GOOD.get(0));
        assertThat(sink.values()).hasSize(1);
        assertThat(sink.values().get(0)).isCloseTo(630, within(1e-9));
        assertThat(sink.malformed).isEmpty();
    }

    @Test
    void the_unit_of_each_frame_counts() {
        // Same frame, unit G (47 hex) for N (4e hex): the sum falls by 7, from 10 to 03.
        assertThat(decoded("R000.63Z-32.84RGS03\r").values().get(0)).isCloseTo(0.63 * 9.80665, within(1e-12));
        // Unit B (42 hex): the sum falls by 12, from 10 to 98.
        assertThat(decoded("R000.63Z-32.84RBS98\r").values().get(0)).isCloseTo(0.63 * 4.4482216152605, within(1e-12));
    }

    @Test
    void an_unknown_unit_a_wrong_sum_and_half_a_frame_are_faults_and_no_samples() {
        assertThat(decoded("R000.63Z-32.84RXS20\r").malformed)
                .extracting(Malformed::reason)
                .containsExactly("unknown unit");
        assertThat(decoded("R000.63Z-32.84RNS11\r").malformed)
                .extracting(Malformed::reason)
                .containsExactly("the sum is wrong");
        assertThat(decoded("R000.63").samples).isEmpty();
    }

    @Test
    void commands_carry_the_makers_sum() {
        // The maker's examples: A (41) gives 58, O (4f) gives 66.
        assertThat(LineScaleDriver.command('A').bytes()).containsExactly(0x41, 0x0D, 0x0A, 0x58);
        assertThat(LineScaleDriver.command('O').bytes()).containsExactly(0x4F, 0x0D, 0x0A, 0x66);
    }

    @Test
    void an_overload_is_over_range_and_a_missing_sample() {
        // O (4f) for R (52): the sum falls by 3, from 10 to 07.
        Remembered sink = decoded("O000.63Z-32.84RNS07\r");
        assertThat(sink.samples).isEmpty();
        assertThat(sink.missing).hasSize(1);
        assertThat(sink.overRange).isEqualTo(1);
    }

    @Test
    void a_battery_at_ten_percent_is_low_and_told_once() {
        // Battery byte 25 hex, 10 %, for 52 hex, 100 %: the sum falls by 45, from 10 to 65.
        SampleDecoder decoder = new LineScaleDriver().newDecoder();
        Remembered sink = new Remembered();
        for (int i = 0; i < 3; i++) {
            byte[] frame = "R000.63Z-32.84%NS65\r".getBytes(StandardCharsets.US_ASCII);
            decoder.decode(new Packet(LineScaleDriver.DATA, frame, i, i), sink);
        }
        assertThat(sink.samples).hasSize(3);
        assertThat(sink.lowBattery).isEqualTo(1);
    }

    @Test
    void a_frame_that_is_split_over_notifications_is_read() {
        SampleDecoder decoder = new LineScaleDriver().newDecoder();
        Remembered sink = new Remembered();
        byte[] frame = GOOD.get(0);
        decoder.decode(new Packet(LineScaleDriver.DATA, java.util.Arrays.copyOf(frame, 7), 0, 0), sink);
        decoder.decode(new Packet(LineScaleDriver.DATA, java.util.Arrays.copyOfRange(frame, 7, 20), 1, 1), sink);
        assertThat(sink.values()).hasSize(1);
        assertThat(sink.malformed).isEmpty();
    }

    @Nested
    class Codec extends CodecContract {
        @Override
        protected SampleDecoder newDecoder() {
            return new LineScaleDriver().newDecoder();
        }

        @Override
        protected UUID characteristic() {
            return LineScaleDriver.DATA;
        }

        @Override
        protected List<byte[]> goodPackets() {
            return GOOD;
        }
    }

    @Nested
    class Driver extends SensorDriverContract {
        @Override
        protected SensorDriver driver() {
            return new LineScaleDriver();
        }

        @Override
        protected BleLink newLink() {
            return Replayed.after(Optional.of(LineScaleDriver.command('A').bytes()), LineScaleDriver.DATA, GOOD);
        }

        @Override
        protected Advertisement advertisement() {
            return new Advertisement("a", Optional.of("LineScale 3"), Set.of());
        }
    }
}
