package org.plinth.driver.weiheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Malformed;
import org.plinth.driver.Match;
import org.plinth.driver.Reach;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.testkit.Replayed;

class CraneScaleTest {

    private static final List<byte[]> GOOD = PacketVectors.of("Weiheng WH-C06").stream()
            .map(PacketVectors.Vector::bytes)
            .toList();

    private static final Advertisement SEEN = new Advertisement(
            "c0:19:11:23:e1:01", Optional.of("IF_B7"), Set.of(), Map.of(CraneScaleDriver.DATA, GOOD.get(0)));

    private static Remembered decoded(String hex) {
        Remembered sink = new Remembered();
        new CraneScaleDriver()
                .newDecoder()
                .decode(new Packet(CraneScaleDriver.DATA, HexFormat.of().parseHex(hex), 0, 0), sink);
        return sink;
    }

    @Test
    void any_unit_but_kilograms_is_refused_because_descriptions_contradict() {
        for (String status : List.of("00", "02", "a0", "03")) {
            Remembered sink = decoded("0203112ac0191123e10104d201f4" + status + "d4cb");
            assertThat(sink.samples).isEmpty();
            assertThat(sink.malformed).extracting(Malformed::offset).containsExactly(14);
        }
        assertThat(decoded("0203112ac0191123e10104d201f4a1d4cb").values()).containsExactly(12.34);
    }

    @Test
    void the_name_alone_or_the_frame_alone_is_its_family_because_a_body_scale_has_both() {
        CraneScaleDriver driver = new CraneScaleDriver();
        assertThat(driver.match(SEEN)).isEqualTo(Match.EXACT);
        assertThat(driver.match(new Advertisement("a", Optional.of("IF_B7"), Set.of())))
                .isEqualTo(Match.FAMILY);
        assertThat(driver.reach()).isEqualTo(Reach.ADVERTISEMENT);
    }

    @Test
    void what_it_advertises_before_the_start_or_after_the_stop_is_not_heard() throws InterruptedException {
        Heard heard = new Heard();
        List<byte[]> packets = GOOD;
        try (SensorConnection connection =
                new CraneScaleDriver().open(Replayed.after(Optional.empty(), CraneScaleDriver.DATA, packets), heard)) {
            assertThat(heard.packets).isEmpty();
            connection.start();
            assertThat(heard.next().bytes()).isEqualTo(GOOD.get(0));
            connection.stop();
        }
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new CraneScaleDriver().newDecoder(), CraneScaleDriver.DATA, GOOD);
        }
    }

    @Nested
    class Driver extends DriverOf {
        Driver() {
            super(new CraneScaleDriver(), SEEN, sends(Optional.empty(), CraneScaleDriver.DATA, GOOD));
        }
    }
}
