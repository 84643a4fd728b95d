package org.plinth.driver.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.SensorException;
import org.plinth.driver.dump.PacketDump.Way;
import org.plinth.driver.link.Packet;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.testkit.Replayed;

class DumpTest {

    private static final byte[] BYTES = HexFormat.of().parseHex("64009600");

    @Test
    void every_plain_reading_is_shown_and_none_is_called_a_force() {
        PacketDump dump = PacketDump.of(BYTES);
        assertThat(dump.hex()).isEqualTo("64009600");
        assertThat(dump.ascii()).isEqualTo("d...");
        assertThat(dump.array(Way.I16_BE, 0)).containsExactly(25_600.0, -27_136.0);
        assertThat(dump.array(Way.U16_BE, 0)).containsExactly(25_600.0, 38_400.0);
        assertThat(dump.array(Way.U16_LE, 1)).containsExactly(38_400.0);
        assertThat(dump.text()).startsWith("64009600  d...  i16_le[100.0, 150.0]");
    }

    @Test
    void its_decoder_counts_packets_and_gives_no_sample() {
        SampleDecoder decoder = new DumpDriver().newDecoder();
        Remembered sink = new Remembered();
        decoder.decode(new Packet(NotifyProfile.shortId(1), BYTES, 0, 0), sink);
        assertThat(decoder.ledger().packets()).isEqualTo(1);
        assertThat(decoder.ledger().lost()).isEmpty();
        assertThat(sink.samples).isEmpty();
    }

    @Test
    void it_recognises_nothing_so_it_never_takes_a_sensor_from_a_driver() {
        Advertisement any = new Advertisement("a", Optional.of("mySmartBoard"), Set.of());
        assertThat(SensorDrivers.load().bestMatch(any, Set.of(DumpDriver.ID))).isEmpty();
    }

    @Test
    void it_turns_on_whatever_notifies_and_hears_nothing_after_the_stop() throws InterruptedException {
        Heard heard = new Heard();
        try (SensorConnection connection = new DumpDriver()
                .open(Replayed.after(Optional.empty(), NotifyProfile.shortId(1), List.of(BYTES)), heard)) {
            connection.start();
            assertThat(heard.next().bytes()).isEqualTo(BYTES);
            connection.stop();
            assertThatThrownBy(connection::tare).isInstanceOf(SensorException.class);
        }
    }

    @Test
    void a_transport_that_cannot_tell_what_notifies_is_said_in_one_sentence() {
        try (SensorConnection connection = new DumpDriver().open(Replayed.link(List.of()), new Heard())) {
            assertThatThrownBy(connection::start)
                    .isInstanceOfSatisfying(SensorException.class, refused -> assertThat(refused.fault())
                            .isEqualTo(Fault.UNSUPPORTED));
        }
    }
}
