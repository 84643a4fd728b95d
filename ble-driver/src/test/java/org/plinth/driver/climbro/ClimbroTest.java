package org.plinth.driver.climbro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;

class ClimbroTest {

    private static final List<byte[]> GOOD = PacketVectors.of("Climbro").stream()
            .map(PacketVectors.Vector::bytes)
            .toList();

    private static Remembered decoded(String... hex) {
        SampleDecoder decoder = new ClimbroDriver().newDecoder();
        Remembered sink = new Remembered();
        for (int i = 0; i < hex.length; i++) {
            byte[] bytes = HexFormat.of().parseHex(hex[i]);
            decoder.decode(new Packet(ClimbroDriver.DATA, bytes, i * 100_000_000L, i), sink);
        }
        return sink;
    }

    @Test
    void the_stream_runs_on_over_packets() {
        assertThat(decoded("f50a", "0b0c", "f0", "d6", "f50d").values()).containsExactly(10.0, 11.0, 12.0, 13.0);
    }

    @Test
    void bytes_before_the_first_marker_are_no_force() {
        assertThat(decoded("0a0bf50c").values()).containsExactly(12.0);
    }

    @Test
    void a_battery_is_not_taken_for_a_force_whatever_its_byte() {
        Remembered sink = decoded("f50af0f5f50b");
        assertThat(sink.values()).containsExactly(10.0, 11.0);
        assertThat(sink.lowBattery).isZero();
    }

    @Test
    void the_charge_runs_from_112_to_230() {
        assertThat(ClimbroCodec.percent(112)).isZero();
        assertThat(ClimbroCodec.percent(171)).isEqualTo(50);
        assertThat(ClimbroCodec.percent(230)).isEqualTo(100);
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new ClimbroDriver().newDecoder(), ClimbroDriver.DATA, GOOD);
        }
    }

    @Nested
    class Driver extends DriverOf {
        Driver() {
            super(new ClimbroDriver(), "Climbro_12", sends(Optional.empty(), ClimbroDriver.DATA, GOOD));
        }
    }
}
