package org.plinth.driver.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.testkit.Remembered;

class ClockedStreamTest {

    private final ClockedStream stream =
            new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
    private final Remembered sink = new Remembered();

    private void send(long... stamps) {
        stream.packet(0);
        stream.beginPacket(stamps.length, stamps.length);
        for (long stamp : stamps) {
            stream.sample(stamp, stamp / 1000.0, sink);
        }
        stream.endPacket();
    }

    @Test
    void a_packet_that_comes_twice_is_delivered_once() {
        send(1_000, 2_000, 3_000);
        send(1_000, 2_000, 3_000);
        assertThat(sink.micros()).containsExactly(1_000L, 2_000L, 3_000L);
        assertThat(stream.ledger().duplicated()).isEqualTo(3);
        assertThat(stream.ledger().packets()).isEqualTo(2);
    }

    @Test
    void a_packet_that_was_overtaken_is_dropped_and_stays_lost() {
        send(1_000, 2_000, 3_000);
        send(5_000, 6_000, 7_000);
        send(13_000, 14_000, 15_000);
        send(9_000, 10_000, 11_000);
        send(17_000, 18_000, 19_000);
        assertThat(stream.ledger().late()).isEqualTo(3);
        assertThat(stream.ledger().lost()).hasValue(3);
        assertThat(sink.micros()).isSorted();
    }

    @Test
    void a_number_that_is_not_finite_is_one_missing_sample_at_its_time() {
        stream.beginPacket(3, 3);
        stream.sample(1_000, 1, sink);
        stream.sample(2_000, Double.NaN, sink);
        stream.sample(3_000, Double.POSITIVE_INFINITY, sink);
        stream.endPacket();
        assertThat(sink.missing).containsExactly(2_000L, 3_000L);
        assertThat(stream.ledger().missing()).isEqualTo(2);
        assertThat(stream.ledger().received()).isEqualTo(1);
    }

    @Test
    void a_restart_opens_a_segment_whose_time_is_its_own() {
        send(10_000_000, 10_011_000);
        send(53_400, 65_000);
        assertThat(sink.segments).isEqualTo(1);
        assertThat(sink.samples.get(2).micros()).isEqualTo(53_400);
        assertThat(sink.samples.get(2).segment()).isEqualTo(1);
        assertThat(stream.ledger().lost()).hasValue(0);
    }

    @Test
    void a_damaged_stamp_inside_a_packet_costs_that_sample_alone() {
        send(1_000, 2_000, 4_000_000_000L, 3_000, 4_000);
        assertThat(sink.micros()).containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
        assertThat(stream.ledger().malformed()).isEqualTo(1);
        assertThat(sink.malformed).hasSize(1);
    }

    @Test
    void the_cut_tail_of_a_packet_is_lost() {
        stream.beginPacket(15, 2);
        stream.sample(1_000, 1, sink);
        stream.sample(2_000, 1, sink);
        stream.endPacket();
        assertThat(stream.ledger().lost()).hasValue(13);
    }

    @Test
    void every_fresh_packet_is_announced_before_its_first_sample() {
        send(1_000, 2_000);
        send(1_000, 2_000);
        send(4_000, 5_000);
        assertThat(sink.packetStartsAt).containsExactly(0L, 2L);
    }

    @Test
    void the_longest_silence_is_by_device_time() {
        send(1_000, 2_000);
        send(5_002_000, 5_003_000);
        assertThat(stream.ledger().longestSilenceMicros()).isEqualTo(5_000_000);
    }
}
