package org.plinth.driver.squegg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;

class SqueggTest {

    private static final List<byte[]> GOOD =
            PacketVectors.of("Squegg").stream().map(PacketVectors.Vector::bytes).toList();

    private static Remembered decoded(String hex) {
        Remembered sink = new Remembered();
        new SqueggDriver()
                .newDecoder()
                .decode(new Packet(SqueggDriver.DATA, HexFormat.of().parseHex(hex), 0, 0), sink);
        return sink;
    }

    @Test
    void a_shorter_force_ends_where_its_zero_byte_stands() {
        // "1", "0" (10 %), "1", "9.5", 00, then the count.
        Remembered sink = decoded("313031392e350031303834303030");
        assertThat(sink.values()).containsExactly(9.5);
        assertThat(sink.lowBattery).isEqualTo(1);
    }

    @Test
    void a_force_without_an_end_or_that_is_no_number_is_refused() {
        assertThat(decoded("31383031342e3235303131303834").malformed).hasSize(1);
        assertThat(decoded("31383031342c3235300031303834").malformed).hasSize(1);
        assertThat(decoded("3138300031342e32353031303834").samples).isEmpty();
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new SqueggDriver().newDecoder(), SqueggDriver.DATA, GOOD);
        }
    }

    @Nested
    class Driver extends DriverOf {
        Driver() {
            super(new SqueggDriver(), "Squegg", sends(Optional.empty(), SqueggDriver.DATA, GOOD));
        }
    }
}
