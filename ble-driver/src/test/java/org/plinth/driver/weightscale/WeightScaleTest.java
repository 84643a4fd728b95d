package org.plinth.driver.weightscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Capability;
import org.plinth.driver.link.Packet;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;

class WeightScaleTest {

    private static final List<byte[]> GOOD = PacketVectors.of("BT SIG Weight Scale").stream()
            .map(PacketVectors.Vector::bytes)
            .toList();

    private static Remembered decoded(String hex) {
        Remembered sink = new Remembered();
        new WeightScaleDriver()
                .newDecoder()
                .decode(new Packet(WeightScaleDriver.DATA, HexFormat.of().parseHex(hex), 0, 0), sink);
        return sink;
    }

    @Test
    void pounds_are_pounds() {
        // 01: imperial; 0x1388 = 5000 · 0.01 lb = 50 lbf = 222.4110807626025 N.
        assertThat(decoded("018813").values().get(0)).isCloseTo(222.411_080_762_6, within(1e-9));
    }

    @Test
    void a_measurement_that_failed_is_a_missing_sample() {
        assertThat(decoded("00ffff").missing).hasSize(1);
        assertThat(decoded("00ffff").samples).isEmpty();
    }

    @Test
    void parts_that_its_flags_do_not_announce_are_refused() {
        assertThat(decoded("00a00f00").malformed).hasSize(1);
        assertThat(decoded("02a00f").malformed).hasSize(1);
        assertThat(decoded("f0a00f").malformed).hasSize(1);
        assertThat(decoded("0ea00fea0705110a1e00" + "01" + "c800" + "d606").values())
                .hasSize(1);
    }

    @Test
    void it_is_for_static_checks_only() {
        assertThat(new WeightScaleDriver().capabilities()).contains(Capability.STATIC_ONLY);
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new WeightScaleDriver().newDecoder(), WeightScaleDriver.DATA, GOOD);
        }
    }

    @Nested
    class Driver extends DriverOf {
        Driver() {
            super(
                    new WeightScaleDriver(),
                    new Advertisement("a", Optional.of("Some scale"), Set.of(NotifyProfile.shortId(0x181D))),
                    sends(Optional.empty(), WeightScaleDriver.DATA, GOOD));
        }
    }
}
