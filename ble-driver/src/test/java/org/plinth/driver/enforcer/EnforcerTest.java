package org.plinth.driver.enforcer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;

class EnforcerTest {

    private static final List<byte[]> GOOD = PacketVectors.of("Rock Exotica Enforcer").stream()
            .map(PacketVectors.Vector::bytes)
            .toList();

    private static Remembered decoded(String... lines) {
        SampleDecoder decoder = new EnforcerDriver().newDecoder();
        Remembered sink = new Remembered();
        for (int i = 0; i < lines.length; i++) {
            byte[] bytes = lines[i].getBytes(StandardCharsets.US_ASCII);
            decoder.decode(new Packet(EnforcerDriver.DATA, bytes, i * 500_000_000L, i), sink);
        }
        return sink;
    }

    @Test
    void counts_stay_counts_because_their_scale_is_provisional() {
        Remembered sink = decoded("l 575\r");
        assertThat(sink.values()).containsExactly(575.0);
        assertThat(new EnforcerDriver().spec().unit()).isEqualTo(SampleUnit.COUNTS);
        // What others made of it, for whoever calibrates one: the stated 0.32 kN.
        assertThat((sink.values().get(0) - 505) * 0.32 / 70).isCloseTo(0.32, within(1e-12));
    }

    @Test
    void lines_that_are_split_are_read_and_other_lines_pass() {
        assertThat(decoded("l 5", "75\rd ok\rl 5", "80\r\nl -3\r").values()).containsExactly(575.0, 580.0, -3.0);
    }

    @Test
    void a_load_that_is_no_number_is_a_fault() {
        assertThat(decoded("l 5x5\r").malformed).hasSize(1);
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new EnforcerDriver().newDecoder(), EnforcerDriver.DATA, GOOD);
        }
    }

    @Nested
    class Driver extends DriverOf {
        Driver() {
            super(new EnforcerDriver(), "Enforcer", sends(Optional.of(new byte[] {'l'}), EnforcerDriver.DATA, GOOD));
        }
    }
}
