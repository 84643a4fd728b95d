package org.plinth.driver.tindeq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Malformed;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;

class ProgressorCodecTest {

    private final ProgressorDecoder decoder = new ProgressorDecoder();
    private final Remembered sink = new Remembered();

    private void decode(String hex) {
        decoder.decode(new Packet(ProgressorCodec.DATA, HexFormat.of().parseHex(hex), 0, 0), sink);
    }

    @Test
    void two_samples_decode_to_their_stated_values() {
        decode("011000002041e80300000000484120a10700");
        assertThat(sink.values()).containsExactly(10.0, 12.5);
        assertThat(sink.micros()).containsExactly(1_000L, 500_000L);
    }

    @Test
    void one_sample_decodes_to_its_stated_value() {
        decode("01080000cc4140420f00");
        assertThat(sink.values()).containsExactly(25.5);
        assertThat(sink.micros()).containsExactly(1_000_000L);
    }

    @Test
    void three_samples_decode_to_their_stated_values() {
        decode("0118000000000000000000003542d43000003333a442a8610000");
        assertThat(sink.micros()).containsExactly(0L, 12_500L, 25_000L);
        assertThat(sink.values().get(1)).isEqualTo(45.25);
        assertThat(sink.values().get(2)).isCloseTo(82.10, within(1e-5));
    }

    @Test
    void the_real_notification_decodes_to_its_fifteen_samples() {
        PacketVectors.Vector real = PacketVectors.of("Tindeq Progressor").stream()
                .filter(vector -> vector.bytes().length == 122)
                .findFirst()
                .orElseThrow();
        decoder.decode(new Packet(ProgressorCodec.DATA, real.bytes(), 0, 0), sink);
        assertThat(sink.samples).hasSize(15);
        assertThat(sink.micros().get(0)).isEqualTo(994_252);
        assertThat(sink.micros().get(14)).isEqualTo(1_156_546);
        assertThat(sink.values().get(0)).isCloseTo(-0.1174780, within(5e-8));
        assertThat(sink.values().get(14)).isCloseTo(-0.1292869, within(5e-8));
    }

    @Test
    void replies_decode_to_their_stated_values() {
        assertThat(ProgressorReplies.batteryMillivolts(HexFormat.of().parseHex("300c0000"))).hasValue(3120);
        assertThat(ProgressorReplies.deviceId(HexFormat.of().parseHex("010203"))).hasValue("030201");
        assertThat(ProgressorReplies.firmware("1.2.3".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .hasValue("1.2.3");
    }

    @Test
    void replies_that_cannot_be_what_was_asked_are_unknown() {
        assertThat(ProgressorReplies.batteryMillivolts(new byte[] {1, 2, 3})).isEmpty();
        assertThat(ProgressorReplies.batteryMillivolts(HexFormat.of().parseHex("ffffffff"))).isEmpty();
        assertThat(ProgressorReplies.firmware(new byte[] {7, 8})).isEmpty();
        assertThat(ProgressorReplies.deviceId(new byte[8])).isEmpty();
    }

    @Test
    void a_reply_is_no_sample() {
        decode("0004300c0000");
        assertThat(sink.samples).isEmpty();
        assertThat(sink.malformed).isEmpty();
        assertThat(decoder.ledger().packets()).isEqualTo(1);
    }

    @Test
    void a_low_battery_is_told() {
        decode("0400");
        assertThat(sink.lowBattery).isEqualTo(1);
    }

    @Test
    void a_truncated_packet_gives_its_complete_samples_and_a_fault() {
        decode("0118000000000000000000003542d43000003333a4");
        assertThat(sink.values()).containsExactly(0.0, 45.25);
        assertThat(sink.malformed).hasSize(1);
        assertThat(decoder.ledger().lost()).hasValue(1);
    }

    @Test
    void the_length_byte_is_unsigned() {
        StringBuilder hex = new StringBuilder("0180");
        for (int i = 0; i < 16; i++) {
            hex.append("0000803f").append(HexFormat.of().toHexDigits((byte) (i + 1))).append("000000");
        }
        decode(hex.toString());
        assertThat(sink.samples).hasSize(16);
        assertThat(sink.malformed).isEmpty();
    }

    @Test
    void a_length_that_is_no_multiple_of_a_sample_is_a_fault_beside_the_samples() {
        decode("010900002041e803000077");
        assertThat(sink.values()).containsExactly(10.0);
        assertThat(sink.malformed).extracting(Malformed::reason).containsExactly("length 9 is no multiple of 8");
    }

    @Test
    void empty_packets_unknown_types_and_bytes_after_the_frame_are_faults() {
        for (String hex : List.of("", "01", "0700", "040001")) {
            decode(hex);
        }
        assertThat(sink.malformed).hasSize(4);
        assertThat(decoder.ledger().malformed()).isEqualTo(4);
    }

    @Test
    void a_slice_of_a_larger_buffer_decodes_like_the_packet_alone() {
        byte[] large = HexFormat.of().parseHex("ffff" + "01080000cc4140420f00" + "ffffffff");
        int[] seen = new int[1];
        ProgressorCodec.decode(large, 2, 12, new NoSink() {
            @Override
            public void weight(long stampMicros, float kgf) {
                seen[0]++;
                assertThat(kgf).isEqualTo(25.5f);
            }
        });
        assertThat(seen[0]).isEqualTo(1);
    }

    @Test
    void packets_of_other_characteristics_are_not_ours() {
        decoder.decode(new Packet(ProgressorCodec.CONTROL, new byte[] {9}, 0, 0), sink);
        assertThat(decoder.ledger().packets()).isZero();
    }

    private abstract static class NoSink implements ProgressorCodec.Sink {
        @Override
        public void weights(int declared, int complete) {}

        @Override
        public void weightsEnd() {}

        @Override
        public void reply(byte[] bytes, int from, int to) {}

        @Override
        public void lowPower() {}

        @Override
        public void other(int type) {}

        @Override
        public void malformed(String reason, int offset) {
            throw new AssertionError(reason);
        }
    }
}
