package org.plinth.driver.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.cts.CtsDriver;
import org.plinth.driver.entralpi.EntralpiDriver;
import org.plinth.driver.frez.FrezDriver;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.musclemeter.MuscleMeterDriver;
import org.plinth.driver.pitchsix.ForceBoardDriver;
import org.plinth.driver.teraforce.TeraForceDriver;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.testkit.Replayed;

/** Drivers that are a profile and a codec: published packets decode to their stated values. */
class NotifyDriversTest {

    private static final UUID FFE1 = NotifyProfile.shortId(0xFFE1);
    private static final UUID FFF4 = NotifyProfile.shortId(0xFFF4);
    private static final UUID FORCE_BOARD = UUID.fromString("9a88d682-8df2-4afe-9e0d-c2bbbe773dd0");
    private static final UUID FREZ = UUID.fromString("da8a6c42-154b-4b9a-9b00-2f84dfcebfe9");
    private static final UUID TERAFORCE = UUID.fromString("fc52fca2-55f8-4501-afd1-f32e33e8668d");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static List<byte[]> vectors(String device) {
        return PacketVectors.of(device).stream()
                .filter(vector -> vector.characteristic().contains("notify"))
                .map(PacketVectors.Vector::bytes)
                .toList();
    }

    private static Remembered decoded(SensorDriver driver, UUID from, byte[]... packets) {
        SampleDecoder decoder = driver.newDecoder();
        Remembered sink = new Remembered();
        for (int i = 0; i < packets.length; i++) {
            decoder.decode(new Packet(from, packets[i], i * 100_000_000L, i * 100_000L), sink);
        }
        return sink;
    }

    @Test
    void force_board_packets_decode_to_their_stated_pounds() {
        Remembered sink = decoded(
                new ForceBoardDriver(),
                FORCE_BOARD,
                vectors("PitchSix Force Board").get(0));
        assertThat(sink.values()).containsExactly(1000.0, 1200.0);
        assertThat(sink.malformed).isEmpty();
    }

    @Test
    void a_push_on_a_force_board_is_a_missing_sample() {
        Remembered sink = decoded(new ForceBoardDriver(), FORCE_BOARD, hex("0002fffffe000005"));
        assertThat(sink.values()).containsExactly(5.0);
        assertThat(sink.missing).hasSize(1);
    }

    @Test
    void cts_frames_decode_to_their_stated_kilograms_and_other_replies_to_none() {
        List<byte[]> frames = vectors("CTS500");
        Remembered sink = decoded(new CtsDriver(), FFE1, frames.get(0), frames.get(1));
        assertThat(sink.values()).containsExactly(12.34);
        assertThat(sink.malformed).isEmpty();
    }

    @Test
    void cts_frames_that_are_split_and_joined_decode_all_the_same() {
        Remembered sink =
                decoded(new CtsDriver(), FFE1, hex("0501"), hex("000004d2dc05010000"), hex("04d2dc05aa000000af"));
        assertThat(sink.values()).containsExactly(12.34, 12.34);
        assertThat(sink.malformed).isEmpty();
    }

    @Test
    void a_cts_frame_with_a_wrong_sum_is_a_fault_and_the_next_is_read() {
        Remembered sink = decoded(new CtsDriver(), FFE1, hex("0501000004d2dd" + "0501000004d2dc"));
        assertThat(sink.values()).containsExactly(12.34);
        assertThat(sink.malformed).hasSize(1);
    }

    @Test
    void muscle_meter_triplets_decode_to_their_stated_kilograms_and_signs() {
        Remembered sink = decoded(
                new MuscleMeterDriver(), FFE1, vectors("Muscle Meter V2").get(0));
        assertThat(sink.values()).containsExactly(10.0, -20.0);
    }

    @Test
    void entralpi_packets_decode_to_their_stated_kilograms() {
        Remembered sink =
                decoded(new EntralpiDriver(), FFF4, vectors("Entralpi").get(0));
        assertThat(sink.values()).containsExactly(12.3);
    }

    @Test
    void teraforce_packets_decode_to_their_stated_counts() {
        Remembered sink =
                decoded(new TeraForceDriver(), TERAFORCE, vectors("TeraForce").get(0));
        assertThat(sink.values()).containsExactly(100.0, 1100.0);
    }

    @Test
    void frez_packets_decode_to_nine_counts_on_a_clock_of_milliseconds() {
        Remembered sink = decoded(new FrezDriver(), FREZ, vectors("Frez Dyno").get(0));
        assertThat(sink.values()).containsExactly(-1000.0, -400.0, -300.0, -200.0, -100.0, 0.0, 100.0, 200.0, 300.0);
        assertThat(sink.micros().get(0)).isEqualTo(400_000);
        assertThat(sink.micros().get(8)).isEqualTo(432_000);
    }

    @Test
    void dropping_k_frez_packets_loses_nine_k() {
        for (int k = 1; k <= 50; k++) {
            SampleDecoder decoder = new FrezDriver().newDecoder();
            Remembered sink = new Remembered();
            for (int n = 0; n < 30 + k; n++) {
                if (n < 20 || n >= 20 + k) {
                    decoder.decode(new Packet(FREZ, frez(n), n, n), sink);
                }
            }
            assertThat(decoder.ledger().lost()).hasValue(9L * k);
        }
    }

    /** Answers to the question for the battery, then streams when it is started. */
    private static List<Capture.Event> ctsExchange() {
        List<Capture.Event> events = new ArrayList<>();
        events.add(new Capture.Written(Optional.empty(), hex("05c4000000c9")));
        events.add(new Capture.Notified(0, FFE1, vectors("CTS500").get(1)));
        events.addAll(Replayed.exchange(
                Optional.of(hex("05aa000000af")), FFE1, vectors("CTS500").subList(0, 1)));
        return events;
    }

    private static byte[] frez(int n) {
        byte[] bytes = new byte[74];
        ByteBuffer to = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        to.put((byte) 1).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            to.putInt(1000 + i).putInt(4 * (9 * n + i));
        }
        return bytes;
    }

    private static List<byte[]> frezStream() {
        List<byte[]> packets = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            packets.add(frez(n));
        }
        return packets;
    }

    @Nested
    class ForceBoardCodec extends CodecOf {
        ForceBoardCodec() {
            super(() -> new ForceBoardDriver().newDecoder(), FORCE_BOARD, vectors("PitchSix Force Board"));
        }
    }

    @Nested
    class CtsCodec extends CodecOf {
        CtsCodec() {
            super(() -> new CtsDriver().newDecoder(), FFE1, vectors("CTS500"));
        }
    }

    @Nested
    class MuscleMeterCodec extends CodecOf {
        MuscleMeterCodec() {
            super(() -> new MuscleMeterDriver().newDecoder(), FFE1, vectors("Muscle Meter V2"));
        }
    }

    @Nested
    class EntralpiCodec extends CodecOf {
        EntralpiCodec() {
            super(() -> new EntralpiDriver().newDecoder(), FFF4, vectors("Entralpi"));
        }
    }

    @Nested
    class TeraForceCodec extends CodecOf {
        TeraForceCodec() {
            super(() -> new TeraForceDriver().newDecoder(), TERAFORCE, vectors("TeraForce"));
        }
    }

    @Nested
    class FrezCodec extends CodecOf {
        FrezCodec() {
            super(() -> new FrezDriver().newDecoder(), FREZ, frezStream());
        }
    }

    @Nested
    class ForceBoard extends DriverOf {
        ForceBoard() {
            super(
                    new ForceBoardDriver(),
                    "Force Board",
                    sends(Optional.of(hex("04")), FORCE_BOARD, vectors("PitchSix Force Board")));
        }
    }

    @Nested
    class Cts extends DriverOf {
        Cts() {
            super(new CtsDriver(), "CTS500", ctsExchange());
        }
    }

    @Nested
    class MuscleMeter extends DriverOf {
        MuscleMeter() {
            super(new MuscleMeterDriver(), "MUSCLE_V2", sends(Optional.empty(), FFE1, vectors("Muscle Meter V2")));
        }
    }

    @Nested
    class Entralpi extends DriverOf {
        Entralpi() {
            super(new EntralpiDriver(), "ENTRALPI", sends(Optional.empty(), FFF4, vectors("Entralpi")));
        }
    }

    @Nested
    class TeraForce extends DriverOf {
        TeraForce() {
            super(new TeraForceDriver(), "Tera Force", sends(Optional.of(hex("01")), TERAFORCE, vectors("TeraForce")));
        }
    }

    @Nested
    class Frez extends DriverOf {
        Frez() {
            super(new FrezDriver(), "FrezDyno-1", sends(Optional.of(hex("0100")), FREZ, frezStream()));
        }
    }
}
